"""A day is read as it is written in Japan, and never guessed at."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.ats.csv_import.cell import at
from shared.ats.csv_import.day import ERAS, day
from shared.ats.csv_import.fault import Reason
from shared.ats.csv_import.wording import plain
from tests.unit.ats.csv_import.exports import NOW

FIRST_OF_APRIL = datetime(2026, 3, 31, 15, tzinfo=UTC)
"""Its first moment in Tokyo."""


@pytest.mark.parametrize(
    "written",
    [
        *("2026-04-01", "2026/4/1", "2026/04/01", "2026.4.1", "20260401", "2026年4月1日"),
        *("２０２６／０４／０１", "２０２６年４月１日", "2026年 4月 1日", "2026/4/1(水)"),
        *("2026年4月1日（水曜日）", "令和8年4月1日", "令和８年４月１日", "㋿8年4月1日", "R8.4.1"),
        *("r8/4/1", "R08.04.01", "R.8.4.1", "46113", "46113.0", "'2026/4/1", '="2026/4/1"'),
        *(
            "2026-04-01T00:00:00+09:00",
            "2026-03-31T15:00:00Z",
            "2026/4/1 0:00",
            "2026/04/01 00:00:00",
        ),
    ],
)
def test_however_it_is_written_it_is_the_same_day_of_tokyo(written: str) -> None:
    assert at(written, NOW) == FIRST_OF_APRIL


@pytest.mark.parametrize(
    "written",
    [
        *("2026/4/1 13:05", "2026-04-01T13:05:00", "2026年4月1日13時05分", "2026/4/1(水) 13:05:00"),
        *("2026-04-01T04:05:00Z", "2026-04-01T13:05:00.000+0900", "R8.4.1 １３：０５"),
        *("2026-04-01 13:05 JST", "46113.545138888891"),
    ],
)
def test_a_time_is_of_tokyo_unless_it_says_otherwise(written: str) -> None:
    assert at(written, NOW) == FIRST_OF_APRIL + timedelta(hours=13, minutes=5)


@pytest.mark.parametrize(
    "written",
    [
        *("4/1", "26/4/1", "04/01/2026", "2026/2/29", "2026/13/1", "2026-04", "未定", "1", "0"),
        *("令和0年4月1日", "令和8年2月29日", "平成31年5月1日", "平成38年4月1日", "昭和64年1月8日"),
        *("2026/4/1 25:00", "2026/4/1 12:60", "2026/4/110:30", "2026/4/1T1:00+99:99", "4.6E+4"),
        *("٢٠٢٦/٤/١", "2026/4/1" * 20, "99999999", "0000/1/1", "2026-04-01T00:00+24:00"),
    ],
)
def test_what_is_no_day_is_called_unreadable(written: str) -> None:
    assert at(written, NOW) is Reason.DAY_UNREADABLE


def test_a_day_to_come_and_a_birthday_are_no_day_of_a_rejection() -> None:
    assert at("2026/4/20 12:00", NOW) == NOW
    assert at("2026/4/20 12:01", NOW) is Reason.DAY_TO_COME
    assert at("9999/12/31", NOW) is Reason.DAY_TO_COME
    assert at("99999", NOW) is Reason.DAY_TO_COME
    assert at("平成5年4月1日", NOW) is Reason.DAY_LONG_AGO
    assert at("0001/1/1", NOW) is Reason.DAY_LONG_AGO


def test_an_empty_cell_says_nothing() -> None:
    assert at("", NOW) is None
    assert at(" 　", NOW) is None


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("平成元年1月8日", date(1989, 1, 8)),
        ("㍻31年4月30日", date(2019, 4, 30)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("R1.5.1", date(2019, 5, 1)),
        ("S1.12.25", date(1926, 12, 25)),
    ],
)
def test_an_era_begins_and_ends_on_its_days(written: str, same: date) -> None:
    assert day(plain(written)) == same


@given(on=st.dates(date(1926, 12, 25), date(2099, 12, 31)), era=st.sampled_from(ERAS))
def test_a_day_has_a_name_in_its_own_era_and_in_no_other(
    on: date, era: tuple[str, str, date]
) -> None:
    name, letter, first = era
    own = max(e[2] for e in ERAS if e[2] <= on) == first
    year = on.year - first.year + 1
    written = f"{name}{'元' if year == 1 else year}年{on.month}月{on.day}日"
    assert day(written) == (on if own else None)
    assert day(f"{letter}{year}.{on.month}.{on.day}") == (on if own else None)


@given(st.dates(date(1927, 5, 18), date(2099, 12, 31)))
def test_a_spreadsheets_number_is_its_day(on: date) -> None:
    assert day(str((on - date(1899, 12, 30)).days)) == on


@given(st.text(max_size=300) | st.from_regex(r"[0-9年月日/.:TZR令和+-]{1,30}", fullmatch=True))
def test_any_text_is_a_time_in_range_or_a_reason(text: str) -> None:
    found = at(text, NOW)
    if isinstance(found, datetime):
        assert datetime(1999, 12, 31, 15, tzinfo=UTC) <= found <= NOW
