"""A plan takes all of a file or nothing, and is the one that was shown."""

import logging
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shared.ats.csv_import.column import Column
from shared.ats.csv_import.fault import Fault, Reason
from shared.ats.csv_import.flaw import Flaw
from shared.ats.csv_import.importing import ERRORS_SHOWN, dry_run, look
from shared.ats.csv_import.meaning import Meaning
from shared.ats.csv_import.plan import Plan
from shared.ats.csv_import.row import Row
from shared.domain.ats_event import Stage
from shared.domain.errors import CsvRefused
from tests.unit.ats.csv_import.exports import MAPPING, NOW, a_file, applicant, planned

RESULTS = ("不合格", "辞退", "採用", "選考中", "")


def test_a_row_is_what_leaves_memory() -> None:
    at = datetime(2026, 3, 31, 15, tzinfo=UTC)
    assert planned(applicant()).rows == (
        Row(2, "A-001", Meaning.COMPANY, Stage.INTERVIEW, "営業", at),
    )


def test_of_a_person_nothing_leaves_memory(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    rows = (
        applicant(),
        applicant("山田 花子"),
        applicant("A-2", day="山田"),
        applicant("A-3", "山田"),
    )
    said = repr(planned(*rows)) + repr(planned(rows[0])) + repr(look(a_file(*rows).encode()))
    with pytest.raises(CsvRefused) as refused:
        dry_run((a_file(*rows) + '"山田 花子"hanako').encode(), MAPPING, NOW)
    said += str(refused.value) + repr(refused.value.__dict__) + caplog.text
    for personal in ("山田", "花子", "hanako", "example.jp"):
        assert personal not in said


def test_with_one_error_nothing_is_taken_and_all_errors_are_told() -> None:
    plan = planned(
        applicant(),
        applicant("", day="4/1"),
        (*applicant("A-3"), "", "more"),
        applicant("A-4", job="a@b.jp"),
    )
    assert plan.rows == ()
    assert plan.errors == (
        Fault(3, Column.REFERENCE, Reason.MISSING),
        Fault(3, Column.DAY, Reason.DAY_UNREADABLE),
        Fault(4, None, Reason.TOO_MANY_CELLS),
        Fault(5, Column.JOB, Reason.PERSONAL),
    )
    assert not plan.is_what_was_shown(plan.digest)


def test_of_many_errors_the_first_are_shown_and_all_are_counted() -> None:
    plan = planned(*[applicant("")] * (ERRORS_SHOWN + 1))
    assert (len(plan.errors), plan.errors_in_all) == (ERRORS_SHOWN, ERRORS_SHOWN + 1)


def test_who_is_still_being_interviewed_is_left_alone() -> None:
    plan = planned(applicant(result="選考中"), applicant("", "", "未定"), ("合計", "2件"))
    assert (plan.rows, plan.errors, plan.let_be) == ((), (), 2)
    assert plan.counts[Meaning.UNKNOWN] == 1
    assert plan.unknown_lines == (2,)


def test_the_company_may_say_that_a_word_is_open_or_to_be_ignored() -> None:
    own = replace(MAPPING, meanings={"選考中": Meaning.OPEN, "対象外": Meaning.IGNORED})
    rows = applicant(result="選考中"), applicant("A-2", "対象外"), applicant("", "対象外")
    plan = planned(*rows, mapping=own)
    assert [row.meaning for row in plan.rows] == [Meaning.OPEN]
    assert (plan.counts[Meaning.IGNORED], plan.let_be, plan.unknown_lines) == (1, 1, ())


def test_a_remark_in_place_of_a_result_is_not_cut_until_it_means_something() -> None:
    plan = planned(applicant(result="あ" * 197 + "不合格ではない"))
    assert plan.counts[Meaning.UNKNOWN] == 1


def test_of_an_empty_file_that_is_said() -> None:
    assert outcome(b"\n") == Flaw.EMPTY
    assert outcome("氏名\n".encode()) == Flaw.COLUMN_MISSING


def test_cells_that_are_left_off_at_the_end_are_empty() -> None:
    assert planned(applicant()[:6]).rows[0].at is None


def test_of_two_rows_of_one_reference_the_later_counts() -> None:
    later = applicant(result="辞退", day="2026/4/2")
    for rows in ((applicant(), later), (later, applicant())):
        plan = planned(*rows)
        assert [row.meaning for row in plan.rows] == [Meaning.CANDIDATE]
        assert plan.superseded == 1


def test_of_two_rows_one_without_a_day_the_lower_is_the_later() -> None:
    undated = applicant(result="選考中", day="")
    assert planned(applicant(), undated).rows == ()
    assert [row.line for row in planned(undated, applicant()).rows] == [3]


def test_a_plan_is_the_one_that_was_shown_and_no_other() -> None:
    shown = planned(applicant(), applicant("A-2"))
    again = planned(applicant(), applicant("A-2"))
    assert again.is_what_was_shown(shown.digest)
    assert not again.is_what_was_shown("\ud800未")
    for other in (
        planned(applicant()),
        planned(applicant(), applicant("A-3")),
        planned(applicant(), applicant("A-2", "辞退")),
        planned(applicant(), applicant("A-2", day="2026/4/2")),
        planned(applicant(), applicant("A-2", job="経理")),
        planned(applicant(), applicant("A-2", step="最終面接")),
    ):
        assert not other.is_what_was_shown(shown.digest)


def test_a_plan_that_does_nothing_is_never_applied() -> None:
    nothing = planned()
    assert not nothing.is_what_was_shown(nothing.digest)


def outcome(raw: bytes) -> Plan | str:
    try:
        return dry_run(raw, MAPPING, NOW)
    except CsvRefused as refused:
        return refused.reason


@given(st.binary(max_size=300) | st.binary(max_size=200).map(a_file().encode().__add__))
@example(b"")
@example(b"\xff\xfe")
@example(a_file().encode() + b'"')
def test_any_bytes_end_in_a_plan_or_in_a_refusal(raw: bytes) -> None:
    assert outcome(raw)
    try:
        look(raw)
    except CsvRefused as refused:
        assert refused.reason


NO_TEXT = "\x7f\x80\uf8f0\uf8f1\uf8f2\uf8f3"
ONE_WAY = "¢£¬‖−〜"
"""Shift_JIS gives them back as others of their kind."""
letters = st.characters(
    codec="cp932", min_codepoint=0x20, exclude_characters=NO_TEXT, include_characters=ONE_WAY
)
cells = st.text(letters, max_size=12)
rows = st.lists(
    st.builds(
        applicant,
        st.from_regex(r"[A-C][0-9]{1,2}", fullmatch=True),
        st.sampled_from(RESULTS),
        st.sampled_from(("2026/4/1", "令和8年4月2日", "46114", "", "R8.4.3 10:00")),
        cells,
        cells,
    ),
    max_size=12,
)


@given(rows=rows)
def test_in_every_encoding_it_is_the_same_plan(rows: list[tuple[str, ...]]) -> None:
    text = a_file(*rows)
    first = outcome(text.encode())
    assert isinstance(first, Plan)
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932"):
        assert outcome(text.encode(encoding)) == first


@given(rows=rows)
def test_every_row_is_taken_superseded_left_alone_or_told(rows: list[tuple[str, ...]]) -> None:
    plan = planned(*rows)
    assert sum(plan.counts.values()) + plan.superseded + plan.let_be + plan.errors_in_all == len(
        rows
    )
    assert plan.errors or len(plan.rows) == sum(plan.counts.values()) - plan.counts[Meaning.UNKNOWN]
    assert len({row.reference for row in plan.rows}) == len(plan.rows)


@given(rows=rows, job=cells)
def test_what_stands_in_columns_that_are_not_read_changes_nothing(
    rows: list[tuple[str, ...]], job: str
) -> None:
    named_otherwise = [(row[0], job, job, *row[3:]) for row in rows]
    assert planned(*rows) == planned(*named_otherwise)
