"""Whoever was to be written to, was, once; and nobody else."""

import re
from collections import Counter
from typing import Any, Final

import pytest

from infra.local.seed import COMPANY
from tests.live.week.after import After
from tests.live.week.cast import ASAHI, COMPANIES, FREE, MIRAI, PAID
from tests.live.week.week import Week

WELCOME: Final = "登録が完了しました"
COMPANY_MAILS: Final = {
    ASAHI: [
        "無料採用枠が1件、付与されました",
        "求人を受け付けました",
        "求人への推薦が1件あります",
        "採用が決まり、無料採用枠を1件使いました",
    ],
    MIRAI: ["求人を受け付けました", "求人への推薦が1件あります"],
}
LET_IN: Final = "キャリアリレーへのご参加が承認されました"
ASKED: Final = [
    "担当アドバイザーのご案内",
    "アドバイザーからメッセージが届いています",
    "推薦の前に、お答えをお聞かせください",
]
CODE: Final = re.compile(r"(コード|code): \d{6}")


@pytest.fixture(scope="module")
def subjects(week: Week, after_it: After) -> dict[str, Counter[str]]:
    """By who was written to; without codes, which nobody waits for who derives them."""
    found = dict[str, Counter[str]]()
    mails: list[dict[str, Any]] = week.live.visit.ask("GET", "/_mailbox").json()
    for mail in mails:
        if not CODE.search(mail["subject"]):
            found.setdefault(", ".join(mail["to"]), Counter())[mail["subject"]] += 1
    return found


def test_each_candidate_is_welcomed_once_whatever_became_of_it(
    week: Week, subjects: dict[str, Counter[str]]
) -> None:
    assert len(week.registered) == 30
    for email in week.registered:
        asked = Counter(ASKED if email in (FREE.email, PAID.email) else ())
        assert subjects[email] == asked + Counter([WELCOME]), email


def test_a_company_hears_of_its_own_and_of_nobody_who_registered(
    subjects: dict[str, Counter[str]],
) -> None:
    for one in COMPANIES:
        assert subjects[one.email] == Counter([LET_IN, *COMPANY_MAILS.get(one, [])])


def test_nobody_else_is_written_to(week: Week, subjects: dict[str, Counter[str]]) -> None:
    known = {*week.registered, *(one.email for one in COMPANIES)}
    assert set(subjects) == known | {COMPANY["contact_email"]}
