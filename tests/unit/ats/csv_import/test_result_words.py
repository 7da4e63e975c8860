"""The words of a column of results are shown to their company; those of people are not."""

import pytest

from shared.ats.csv_import.meaning import Meaning
from shared.ats.csv_import.words import MOST, Word, words
from tests.unit.ats.csv_import.exports import a_file, applicant


def test_each_word_comes_once_in_the_files_order_with_what_we_take_it_for() -> None:
    rows = [applicant(result=one) for one in ("保留", "不合格", "不 合 格", "", "選考辞退", "保留")]
    assert words(a_file(*rows).encode(), "選考結果") == (
        Word("保留", Meaning.UNKNOWN),
        Word("不合格", Meaning.COMPANY),
        Word("選考辞退", Meaning.CANDIDATE),
    )


@pytest.mark.parametrize("column", ["氏名", "メールアドレス", "備考", "", "ない列"])
def test_a_column_of_people_or_none_shows_nothing(column: str) -> None:
    assert words(a_file(applicant()).encode(), column) == ()


@pytest.mark.parametrize(
    "results",
    [
        [f"結果{n}" for n in range(MOST + 1)],
        ["不合格", "面接官の山田さんに、連絡をお願いします。" * 3],
        ["不合格", "hanako@example.jp"],
    ],
    ids=["too many", "a sentence", "an address"],
)
def test_a_column_that_is_none_of_results_shows_nothing(results: list[str]) -> None:
    rows = [applicant(result=one) for one in results]
    assert words(a_file(*rows).encode(), "選考結果") == ()
