"""The yearly report worked out on a page: every figure is what its register says."""

import csv
import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from functions.agency.by_hand import report
from shared.domain.member import Role
from shared.domain.register_rows import Ending
from shared.domain.yearly_report import NAMES, months_of
from tests.support.acts import let_in
from tests.support.builders import BOLT
from tests.support.counting import Counted
from tests.support.desk import AtDesk, Desk, at_desk, desk_over
from tests.support.office import Office
from tests.support.placing import FIXED, a_file, a_line, an_order, free, introduced
from tests.support.table import fresh_table

HERE = "/agency/report"
TODAY = datetime(2027, 4, 10, 3, tzinfo=UTC)
"""The year from April 2026 is over; its report is due in twenty days."""
MAY = datetime(2026, 5, 11, 3, tzinfo=UTC)


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def desk(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Desk:
    class Fixed:
        @staticmethod
        def now() -> datetime:
            return TODAY

    monkeypatch.setattr(report, "clock", Fixed)
    desk = desk_over(fresh_table(counted.client), monkeypatch)
    let_in(desk.stores, BOLT)
    return desk


@pytest.fixture
def hanako(desk: Desk) -> AtDesk:
    return at_desk(desk.table, Role.MANAGER)


def hires(
    desk: Desk, name: str, at: datetime, joined_on: date, *, pays: bool, term: bool
) -> Office:
    """Somebody registers, is introduced and joins."""
    office = Office(desk.table)
    office.file = a_file(name, at)
    office.order = an_order(at, None if term else FIXED)
    office.made = introduced(office.file, office.order, at)
    office.open()
    office.introduce()
    office.join((a_line if pays else free)(office.made, joined_on))
    return office


def year(desk: Desk) -> None:
    """Two hires in the year, one of them left soon; one before it, and one after."""
    hires(desk, "ada", MAY, date(2026, 6, 1), pays=True, term=True)
    soon = hires(desk, "ben", MAY, date(2026, 6, 15), pays=False, term=True)
    left = replace(soon.made, left_on=date(2026, 7, 1))
    soon.does(soon.registers.left(left, date(2026, 7, 1), restored=True))
    hires(desk, "cid", MAY, date(2026, 7, 1), pays=True, term=False)
    hires(desk, "dan", datetime(2026, 3, 2, tzinfo=UTC), date(2026, 3, 31), pays=True, term=True)
    hires(desk, "eve", MAY + timedelta(300), date(2027, 4, 1), pays=True, term=True)


def figures(text: str) -> dict[tuple[str, str], int]:
    """By the figure's name and month; the sum has no month."""
    _, *rows = csv.reader(io.StringIO(text[1:], newline=""))
    return {(row[0], "" if row[1] == "合計" else row[1]): int(row[2]) for row in rows}


def test_the_figures_are_the_years_own(desk: Desk, hanako: AtDesk) -> None:
    year(desk)
    found = figures(hanako.reads(f"{HERE}/csv")[1])
    assert found["新規求職申込件数", ""] == 4
    assert found["求人件数", ""] == 4
    assert found["求人数", ""] == 8
    assert found["就職件数", ""] == 3
    assert found["うち期間の定めのない雇用", ""] == 2
    assert found["うち期間の定めのある雇用", ""] == 1
    assert found["うち紹介枠による無料の採用", ""] == 1
    assert found["無期雇用の就職者のうち6か月以内の離職", ""] == 1
    assert found["届出制手数料の額（円）", ""] == 3_500_000
    assert found["うち徴収したもの（円）", ""] == 0
    assert (found["就職件数", "2026-06"], found["就職件数", "2026-07"]) == (2, 1)
    assert found["新規求職申込件数", "2026-05"] == 3


def test_each_figure_is_the_sum_of_its_months(desk: Desk, hanako: AtDesk) -> None:
    year(desk)
    found = figures(hanako.reads(f"{HERE}/csv")[1])
    sums = [name for name, of in found if of == "" and not name.startswith("新規求職者の希望職種")]
    assert len(sums) == len(NAMES)
    for name in sums:
        of_months = [found[name, m] for m in months_of(2026)]
        assert sum(of_months) == found[name, ""]


def test_the_page_says_where_each_figure_is_from_and_leads_there(
    desk: Desk, hanako: AtDesk
) -> None:
    year(desk)
    status, page = hanako.reads(HERE)
    assert status == 200
    assert "2027年4月30日" in page and "3,500,000" in page
    assert '<a href="/agency/registers?kind=fees&amp;month=2026-06">2</a>' in page
    links = set(re.findall(r'href="(/agency/registers[^"]*)"', page.partition("<main")[2]))
    for link in links:
        assert hanako.reads(link.replace("&amp;", "&"))[0] == 200
    assert "研究・技術の職業" in page
    assert "New job seekers" in hanako.reads(f"{HERE}?lang=en")[1]


def at_the_end(desk: Desk, year: int = 2026) -> tuple[int, int]:
    """Valid seekers and openings."""
    found = figures(at_desk(desk.table, Role.MANAGER).reads(f"{HERE}/csv?year={year}")[1])
    [seekers] = [n for (name, _), n in found.items() if name == "有効求職者数"]
    [openings] = [n for (name, _), n in found.items() if name == "有効求人数"]
    return seekers, openings


def test_who_is_placed_is_not_valid_at_the_end_of_the_year_and_their_opening_is_filled(
    desk: Desk, hanako: AtDesk
) -> None:
    """ben left again, and eve joins on the day after."""
    year(desk)
    assert at_the_end(desk) == (2, 2 + 5 + 0)
    page = hanako.reads(HERE)[1]
    assert "2027年3月31日" in page and "有効求職者数" in page and "有効求人数" in page
    assert ("有効求職者数", "2027-03-31") in figures(hanako.reads(f"{HERE}/csv")[1])


@pytest.mark.parametrize(("ended_on", "is_valid"), [(date(2027, 3, 31), 0), (date(2027, 4, 1), 1)])
@pytest.mark.parametrize("received", [datetime(2026, 1, 20, tzinfo=UTC), MAY])
def test_what_ended_on_the_last_day_is_not_valid_at_its_end_whenever_it_began(
    desk: Desk, received: datetime, ended_on: date, is_valid: int
) -> None:
    office = Office(desk.table)
    office.file, office.order = a_file("ada", received), an_order(received)
    office.open()
    registers = office.registers
    over = registers.order_over(office.order.job_order_id, ended_on)
    office.does([registers.given_up(office.file.candidate_id, Ending.WITHDRAWN, ended_on), over])
    assert at_the_end(desk) == (is_valid, is_valid * office.order.openings)


def test_who_was_merged_since_is_not_counted_twice(desk: Desk) -> None:
    office = Office(desk.table)
    office.file, office.order = a_file("ada", MAY), an_order(MAY)
    office.open()
    merged = office.file.candidate_id, Ending.MERGED, date(2027, 4, 2)
    office.does([office.registers.given_up(*merged)])
    assert at_the_end(desk)[0] == 0


def test_a_year_that_runs_says_so_and_asks_for_no_month_to_come(
    desk: Desk, hanako: AtDesk, counted: Counted
) -> None:
    year(desk)
    counted.since()
    page = hanako.reads(f"{HERE}?year=2027")[1]
    assert "まだ終わっていません" in page
    assert counted.since().count("Query") == 3 + 2 * 15


def test_an_empty_year_is_all_zeros_in_three_reads_a_month_and_two_for_each_before(
    hanako: AtDesk, counted: Counted
) -> None:
    counted.since()
    assert hanako.reads(f"{HERE}?year=2026")[0] == 200
    assert counted.since().count("Query") == 3 * 12 + 2 * 3


@pytest.mark.parametrize("asked", ["2025", "2028", "long"])
def test_no_year_is_counted_whose_rows_may_be_gone(hanako: AtDesk, asked: str) -> None:
    assert hanako.reads(f"{HERE}?year={asked}")[0] == 422


def test_it_is_the_managers(desk: Desk) -> None:
    ada = at_desk(desk.table)
    assert ada.reads(HERE)[0] == ada.reads(f"{HERE}/csv")[0] == 403
    assert HERE not in ada.reads("/agency")[1]
