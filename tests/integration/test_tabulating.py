"""Figures: every registration once in each, however its facts are told; three show together."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import Any

import pytest

from shared.domain.errors import Conflict, LinkNotFound
from shared.domain.ids import LinkId
from shared.domain.registration import Reason
from shared.domain.series import Days
from shared.table import keys
from shared.table.commit import Table
from shared.table.figures import Figures
from tests.support.builders import ACME, BOLT, NOON
from tests.support.facts import counted, not_counted, submitted
from tests.support.tabulating import LINK, MARCH, OTHER, Office, life

SIX = ("ada", "grace", "mary", "joan", "katherine", "dorothy")
APRIL = datetime(2026, 4, 2, 3, tzinfo=UTC)


@pytest.fixture
def office(table: Table) -> Office:
    return Office(table)


def test_three_show_on_the_day_the_third_came(office: Office) -> None:
    ada, grace, mary = (office.comes(name) for name in SIX[:3])
    office.tells(submitted(ada), submitted(grace))
    assert office.people() == {}
    office.tells(submitted(mary), at=datetime(2026, 3, 4, 15, tzinfo=UTC))
    assert office.people() == {"submitted": 3}
    [part] = [part for part in office.reads().parts if part.people.get("submitted")]
    assert part.days.since == date(2026, 3, 5), "it was the fifth in Tokyo"


def test_one_link_shows_with_its_fourth(office: Office) -> None:
    for name in SIX[:3]:
        office.tells(submitted(office.comes(name, OTHER)))
    assert (office.people(), office.people(OTHER)) == ({"submitted": 3}, {})
    office.tells(submitted(office.comes("joan", OTHER)))
    assert office.people(OTHER) == {"submitted": 3}
    assert office.people(LINK) == {}


def test_told_again_and_out_of_order_every_fact_counts_once(office: Office) -> None:
    told = [fact for name in SIX for fact in life(office.comes(name))] * 2
    random.Random(7).shuffle(told)
    office.tells(*told)
    six = {"submitted": 6, "verified": 6, "counted": 6, "reversed": 6}
    assert office.people() == six
    assert office.people(LINK) == dict.fromkeys(six, 3)


def test_a_second_telling_says_that_it_was_one(office: Office) -> None:
    ada = office.comes("ada")
    assert office.tells(*life(ada)) == [True, False, True, False, True, True]
    assert office.tells(*life(ada)) == [False] * 6


def test_the_unverified_were_not_verified_and_all_others_were(office: Office) -> None:
    for name in SIX[:3]:
        office.tells(not_counted(office.comes(name), Reason.UNVERIFIED))
    for name in SIX[3:]:
        office.tells(not_counted(office.comes(name), Reason.DUPLICATE_OTHER_COMPANY))
    found = office.reads().whole
    assert found.not_counted == {"duplicate_other_company": 3, "unverified": 3}
    assert found.of("verified") == 3


def test_who_is_gone_by_then_is_one_of_all_links(office: Office) -> None:
    """Who never typed the code is deleted after a day; their fact may come late."""
    for name in SIX[:4]:
        made = office.comes(name)
        key = keys.registration(made.registration_id)
        office.table.commit(office.table.gone(key, refusal=lambda _: Conflict("gone")))
        office.tells(submitted(made))
    assert (office.people(), office.people(LINK)) == ({"submitted": 3}, {})


def test_a_late_one_shows_on_a_day_no_earlier_than_the_latest_of_the_three(
    office: Office,
) -> None:
    ada, grace, mary = (office.comes(name) for name in SIX[:3])
    office.tells(submitted(ada), at=APRIL)
    office.tells(submitted(grace), submitted(mary))
    assert office.people() == {}
    spring = Days(date(2026, 3, 1), date(2026, 4, 30))
    [part] = [p for p in office.reads(days=spring).parts if p.people.get("submitted")]
    assert part.days.since == date(2026, 4, 2)


def test_many_at_once_are_all_in_it(office: Office) -> None:
    facts = [counted(office.comes(name)) for name in SIX]

    def until_added(fact: Any) -> None:
        for _ in range(20):
            try:
                office.tells(fact)
            except Conflict:  # delivered again
                continue
            return
        raise AssertionError("never added")

    with ThreadPoolExecutor(6) as at_once:
        list(at_once.map(until_added, facts * 2))
    assert office.people() == {"verified": 6, "counted": 6}


def test_another_companys_link_is_none(office: Office) -> None:
    with pytest.raises(LinkNotFound):
        Figures(office.table).shown(ACME, LinkId("lnk_elsewhere"), MARCH)


def test_exact_figures_are_kept_where_no_company_reads(office: Office) -> None:
    office.tells(submitted(office.comes("ada")))
    assert (office.table.get(keys.gathered(ACME, LINK)) or {})["submitted"] == 1
    assert office.table.get(keys.figures(ACME, LINK, "2026-03")) is None
    assert office.table.get(keys.gathered(BOLT, LINK)) is None
    assert NOON.month == 3
