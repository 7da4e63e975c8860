"""Who did what is in the agency's log, each act once, and names no candidate."""

from collections import Counter
from typing import Final

import pytest

from tests.live.week.after import After
from tests.live.week.cast import (
    ADVISER,
    EVERYBODY,
    FREE,
    MANAGER,
    OTHER,
    PAID,
    THROWN_AWAY,
)
from tests.live.week.colleague import Colleague
from tests.live.week.days import MONTH
from tests.live.week.week import Week

OPENED: Final = "candidate.open"
INTRODUCES: Final = Counter(
    [
        "candidate.adviser",
        "candidate.message",
        "recommendation.ask",
        "recommendation.recommend",
        "candidate.change",
    ]
)
"""What both advisers did, for one each."""
DID: Final = {
    MANAGER.name: Counter({"company.note": 1, "company.approved": 4}),
    OTHER.name: INTRODUCES,
    ADVISER.name: INTRODUCES
    + Counter(
        {
            "refused": 1,
            "registration.refuse": 3,
            "registration.accept": 1,
            "registration.reverse": 4,
            "reversal.dismiss": 1,
            "job_order.accept": 2,
            "recommendation.interviewing": 2,
            "recommendation.offered": 2,
            "recommendation.joined": 2,
            "rights.open": 1,
            "rights.code": 1,
            "rights.prove": 1,
            "rights.answer": 1,
            "candidate.erasure": 1,
        }
    ),
}
type Acts = list[dict[str, str]]


@pytest.fixture(scope="module")
def acts(manager: Colleague, after_it: After) -> Acts:
    """As the log's page saves them."""
    manager.opens(f"/agency/audit?month={MONTH}")
    return manager.saves("a[href^='/agency/audit/csv']")


def test_who_did_what_is_in_the_log_each_once(acts: Acts) -> None:
    did = dict[str, Counter[str]]()
    for act in acts:
        if act["操作の名前"] != OPENED:
            did.setdefault(act["だれが"], Counter())[act["操作の名前"]] += 1
    assert did == DID


def test_every_file_that_was_opened_is_in_the_log(week: Week, acts: Acts) -> None:
    opened = {(act["だれが"], act["対象のID"]) for act in acts if act["操作の名前"] == OPENED}
    expected = {(ADVISER, FREE), (ADVISER, PAID), (OTHER, PAID)}
    assert opened >= {(who.name, week.id_of(whose)) for who, whose in expected}


def test_no_act_tells_who_a_candidate_is(acts: Acts) -> None:
    said = "\n".join(",".join(act.values()) for act in acts)
    for one in (*EVERYBODY, *THROWN_AWAY):
        assert one.full_name not in said
        assert one.email not in said
