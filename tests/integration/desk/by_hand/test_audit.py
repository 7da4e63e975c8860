"""The audit log on a page: a month, whose acts, what about, and as a file."""

from datetime import datetime, timedelta

import pytest

from shared import mint
from shared.domain.audit import Audited
from shared.domain.member import Member, Role
from shared.table.audits import Audits
from shared.table.members import Members
from tests.support.builders import NOON, PEPPER
from tests.support.counting import Counted
from tests.support.desk import ADA, HANAKO, Desk, at_desk, desk_over
from tests.support.table import fresh_table

HERE = "/agency/audit"
MONTH = f"{NOON:%Y-%m}"
SESSION, REQUESTS = 1, 3


def person(key: str) -> str:
    return PEPPER.person(f"{key}@agency.example")


@pytest.fixture(autouse=True)
def enrolled(desk: Desk) -> None:
    for key, name in ((HANAKO, "道標 花子"), (ADA, "道標 あだ")):
        address = f"{key}@agency.example"
        Members(desk.table).enrol(PEPPER.person(address), Member(name, address, Role.ADVISER, NOON))


def noted(desk: Desk, who: str, what: str, about: str, at: datetime, **told: str) -> None:
    act = Audited(mint.mint("aud", at), at, person(who), "ses_1", what, about, told)
    desk.table.commit(Audits(desk.table).note(act))


def page(desk: Desk, **query: str) -> str:
    said = "&".join(f"{name}={value}" for name, value in query.items())
    status, found = at_desk(desk.table).reads(f"{HERE}?{said}")
    assert status == 200, found
    return found


def test_an_act_is_told_in_words_with_who_and_a_way_to_what_it_is_about(desk: Desk) -> None:
    noted(desk, HANAKO, "registration.refuse", "reg_1", NOON, reason="out_of_scope")
    found = page(desk, month=MONTH, lang="ja")
    for said in (
        "保留の登録を対象外にした",
        "道標 花子",
        "理由",
        "対象外",
        "/agency/registrations/reg_1",
    ):
        assert said in found
    assert "Did not count" in page(desk, month=MONTH, lang="en")
    assert 'href="/agency/audit" aria-current="page"' in found


def test_a_complaint_and_a_request_are_told_in_words_and_lead_to_their_pages(desk: Desk) -> None:
    noted(desk, ADA, "complaint.add", "cpl_1", NOON, kind="staff")
    noted(desk, ADA, "rights.refuse", "rgt_1", NOON, ground="taken_back")
    found = page(desk, month=MONTH, lang="ja")
    for said in (
        *("苦情を記録した", "担当者の対応", "/agency/complaints/cpl_1"),
        *("応じないと回答した", "ご本人が取り下げた", "/agency/rights/rgt_1"),
    ):
        assert said in found


def test_a_pair_of_files_and_a_job_order_lead_nowhere(desk: Desk) -> None:
    noted(desk, ADA, "duplicate.merge", "cnd_1~cnd_2", NOON)
    noted(desk, ADA, "job_order.accept", "job_1", NOON)
    found = page(desk, month=MONTH)
    assert "cnd_1~cnd_2" in found and "job_1" in found
    assert 'href="/agency/candidates/cnd' not in found


def test_one_person_s_acts_are_told_alone(desk: Desk) -> None:
    noted(desk, HANAKO, "company.note", "co_hanas", NOON)
    noted(desk, ADA, "company.note", "co_adas", NOON)
    found = page(desk, month=MONTH, who=person(ADA))
    assert ("co_adas" in found, "co_hanas" in found) == (True, False)


def test_a_month_holds_its_own_acts_and_leads_to_those_beside_it(desk: Desk) -> None:
    noted(desk, ADA, "company.note", "co_march", NOON)
    noted(desk, ADA, "company.note", "co_april", NOON + timedelta(days=31))
    found = page(desk, month=MONTH)
    assert ("co_march" in found, "co_april" in found) == (True, False)
    assert "month=2026-02" in found and "month=2026-04" in found
    present = page(desk, lang="ja")
    assert "この月の記録はありません" in present
    assert "前の月" in present and "次の月" not in present


@pytest.mark.parametrize("month", ["2026-13", "2026", "x", "2026-1", "0000-01"])
def test_no_month_is_refused(desk: Desk, month: str) -> None:
    assert at_desk(desk.table).reads(f"{HERE}?month={month}")[0] == 422


def test_the_file_holds_what_the_page_says_and_a_formula_stays_text(desk: Desk) -> None:
    noted(desk, ADA, "company.note", "=1+1", NOON)
    status, text = at_desk(desk.table).reads(f"{HERE}/csv?month={MONTH}&lang=ja")
    assert status == 200
    assert "審査のメモを書いた" in text and "道標 あだ" in text and "'=1+1" in text


def test_however_many_there_are_a_page_asks_three_times_and_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counted = Counted()
    desk = desk_over(fresh_table(counted.client), monkeypatch)
    for n in range(120):
        noted(desk, ADA, "company.note", f"co_{n:03}", NOON + timedelta(seconds=n))
    ada, there, seen = at_desk(desk.table), f"{HERE}?month={MONTH}", 0
    while there:
        counted.since()
        status, found = ada.reads(there)
        assert (status, len(counted.since()) <= SESSION + REQUESTS) == (200, True)
        seen += found.count("/agency/companies/co_")
        there = _older(found)
    assert seen == 120


def _older(found: str) -> str:
    links = [part.partition('"')[0] for part in found.split('href="')[1:]]
    return next((x.replace("&amp;", "&") for x in links if "cursor=" in x and "csv" not in x), "")
