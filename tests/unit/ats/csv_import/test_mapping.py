"""A mapping fits its file and takes no person along, or is refused by name."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.ats.csv_import.column import Column
from shared.ats.csv_import.flaw import Flaw
from shared.ats.csv_import.mapping import Mapping
from shared.ats.csv_import.meaning import Meaning
from shared.domain.errors import CsvRefused
from tests.unit.ats.csv_import.exports import MAPPING, NAMES, applicant, planned


def refusal(mapping: Mapping, names: tuple[str, ...] = NAMES) -> tuple[str, str | None]:
    with pytest.raises(CsvRefused) as refused:
        planned(applicant(), mapping=mapping, names=names)
    return refused.value.reason, refused.value.column


def with_column(column: Column, name: str) -> Mapping:
    return replace(MAPPING, columns={**MAPPING.columns, column: name})


@pytest.mark.parametrize(
    ("column", "name", "flaw"),
    [
        (Column.REFERENCE, "氏名", Flaw.COLUMN_PERSONAL),
        (Column.REFERENCE, "メールアドレス", Flaw.COLUMN_PERSONAL),
        (Column.REFERENCE, "Candidate", Flaw.COLUMN_PERSONAL),
        (Column.JOB, "フリガナ", Flaw.COLUMN_PERSONAL),
        (Column.JOB, "備考", Flaw.COLUMN_PERSONAL),
        (Column.DAY, "生年月日", Flaw.COLUMN_PERSONAL),
        (Column.STAGE, "選考結果", Flaw.COLUMN_TWICE),
        (Column.JOB, "求人 ", Flaw.COLUMN_MISSING),
        (Column.JOB, "", Flaw.COLUMN_MISSING),
        (Column.REFERENCE, "", Flaw.COLUMN_MISSING),
    ],
)
def test_a_column_that_cannot_be_read_is_refused(column: Column, name: str, flaw: Flaw) -> None:
    reason, where = refusal(with_column(column, name))
    assert reason == flaw
    assert where == column or flaw is Flaw.COLUMN_TWICE


def test_a_name_that_stands_twice_in_the_file_is_refused() -> None:
    names = (*NAMES[:1], "求人名", *NAMES[2:])
    assert refusal(MAPPING, names) == (Flaw.COLUMN_TWICE, Column.JOB)


def test_a_mapping_says_what_a_row_is_by_a_column_or_for_all() -> None:
    bare = {Column.REFERENCE: "応募ID"}
    assert refusal(Mapping(bare)) == (Flaw.RESULT_UNSAID, Column.RESULT)
    assert refusal(Mapping(bare, everybody=Meaning.UNKNOWN)) == (Flaw.RESULT_UNSAID, Column.RESULT)
    assert refusal(replace(MAPPING, everybody=Meaning.COMPANY))[0] == Flaw.RESULT_UNSAID
    assert refusal(replace(MAPPING, everybody=Meaning.UNKNOWN))[0] == Flaw.RESULT_UNSAID
    assert refusal(Mapping({Column.RESULT: "選考結果"})) == (
        Flaw.COLUMN_MISSING,
        Column.REFERENCE,
    )


def test_a_file_of_rejections_alone_needs_no_result() -> None:
    plan = planned(
        applicant(result="?"), mapping=Mapping({Column.REFERENCE: "応募ID"}, {}, Meaning.COMPANY)
    )
    assert [(row.reference, row.meaning, row.at) for row in plan.rows] == [
        ("A-001", Meaning.COMPANY, None)
    ]


def test_a_name_is_found_however_it_is_written() -> None:
    plan = planned(applicant(), names=("応募 ＩＤ", *NAMES[1:]))
    assert len(plan.rows) == 1


def test_what_a_company_says_its_words_mean_counts() -> None:
    mapping = replace(MAPPING, meanings={"Ｃ 判定": Meaning.COMPANY})
    plan = planned(applicant(result="C判定"), mapping=mapping)
    assert plan.rows[0].meaning is Meaning.COMPANY


names = st.sampled_from(NAMES) | st.text(max_size=8)


@given(
    columns=st.dictionaries(st.sampled_from(Column), names),
    meanings=st.dictionaries(st.text(max_size=5), st.sampled_from(Meaning), max_size=3),
    everybody=st.none() | st.sampled_from(Meaning),
)
def test_any_mapping_fits_or_is_refused_and_never_reads_a_person(
    columns: dict[Column, str], meanings: dict[str, Meaning], everybody: Meaning | None
) -> None:
    try:
        plan = planned(applicant(), mapping=Mapping(columns, meanings, everybody))
    except CsvRefused as refused:
        assert refused.reason in {*Flaw}
    else:
        assert not {"山田 花子", "hanako@example.jp"} & {
            said for row in plan.rows for said in (row.reference, row.job)
        }
