"""What results, steps, references and jobs are read as."""

import pytest

from shared.ats.csv_import.cell import job, reference
from shared.ats.csv_import.fault import Reason
from shared.ats.csv_import.meaning import Meaning, meaning
from shared.ats.stages import stage_of
from shared.domain.ats_event import Stage

WORDS = {
    Meaning.COMPANY: "不採用 不合格 お見送り 見送り 書類不合格 一次面接_不合格 採用見送り"
    " 不採用(通知済) 不合格通知済 お断り NG Rejected ﾌ不通過",
    Meaning.CANDIDATE: "辞退 選考辞退 内定辞退 応募取り下げ 本人辞退 辞退済み Withdrawn",
    Meaning.HIRED: "採用 採用決定 内定承諾 内定承諾済 入社 入社済み 入社承諾 Hired",
    Meaning.UNKNOWN: "合格 選考中 内定 中途採用 新卒採用 採用担当 未入力 保留 不合格取消 辞退取消"
    " 不合格(辞退) 不合格後辞退 辞退のため不合格 本人見送り 会社都合辞退 reject pass -",
}


@pytest.mark.parametrize(
    ("word", "means"), [(word, means) for means, words in WORDS.items() for word in words.split()]
)
def test_a_result_means_what_it_says(word: str, means: Meaning) -> None:
    expected = Meaning.UNKNOWN if "(通知済)" in word else means
    assert meaning(word, {}) is expected


def test_a_companys_own_word_goes_before_ours() -> None:
    own = {"reject": Meaning.CANDIDATE, "不合格": Meaning.UNKNOWN}
    assert meaning("Reject ", own) is Meaning.CANDIDATE
    assert meaning("不合格", own) is Meaning.UNKNOWN
    assert meaning("不採用", own) is Meaning.COMPANY


@pytest.mark.parametrize(
    ("step", "read"),
    [
        ("エントリー", Stage.APPLIED),
        ("カジュアル面談", Stage.SCREENING),
        ("書類選考", Stage.SCREENING),
        ("ＳＰＩ", Stage.ASSESSMENT),
        ("Hospital", Stage.UNKNOWN),
        ("１次面接", Stage.INTERVIEW),
        ("二次面接 (田中部長)", Stage.INTERVIEW),
        ("三次", Stage.INTERVIEW),
        ("11次面接", Stage.INTERVIEW),
        ("最終面接", Stage.FINAL_INTERVIEW),
        ("面接", Stage.INTERVIEW),
        ("オファー面談", Stage.OFFER),
        ("内定承諾", Stage.HIRED),
        ("山田花子", Stage.UNKNOWN),
    ],
)
def test_of_a_step_only_how_far_it_is_remains(step: str, read: Stage) -> None:
    assert stage_of(step) is read


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("A-00123", "A-00123"),
        (" １２３ ", "123"),
        ('="00123"', "00123"),
        ("'00123", "00123"),
        ("459ba99c-8f28-4744-bac1-368694013986", "459ba99c-8f28-4744-bac1-368694013986"),
        ("", Reason.MISSING),
        ('=""', Reason.MISSING),
        ("山田花子", Reason.NO_REFERENCE),
        ("Yamada Hanako", Reason.NO_REFERENCE),
        ("yamada", Reason.NO_REFERENCE),
        ("1.23457E+11", Reason.NO_REFERENCE),
        ("=HYPERLINK(1)", Reason.NO_REFERENCE),
        ("hanako1@example.jp", Reason.PERSONAL),
        ("2026-04-01-0001", "2026-04-01-0001"),
        ("04-01-001", "04-01-001"),
        ("03-1234-5678", Reason.PERSONAL),
        ("090-1234-5678", Reason.PERSONAL),
        ("０９０１２３４５６７８", Reason.PERSONAL),
        ("1" * 101, Reason.TOO_LONG),
        ("1" * 100_000, Reason.TOO_LONG),
    ],
)
def test_a_reference_is_a_systems_key_or_refused(cell: str, read: str) -> None:
    assert reference(cell) == read


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("ｴﾝｼﾞﾆｱ　（東京）", "エンジニア (東京)"),
        ("@東京 営業", "東京 営業"),
        ('=HYPERLINK("http://x")', 'HYPERLINK("http://x")'),
        ("＝1+1", "1+1"),
        ("-+-@=cmd|' /C calc'!A0", "cmd|' /C calc'!A0"),
        ("営業\r\n=1", "営業 =1"),
        ("\u202e営業\u200b", "営業"),
        ("==", None),
        ("'\n", None),
        ("", None),
        ("エンジニア@東京", "エンジニア@東京"),
        ("2026-04-01-0001", "2026-04-01-0001"),
        ("窓口 a@b.jp", Reason.PERSONAL),
        ("TEL 03-1234-5678", Reason.PERSONAL),
        ("営" * 101, Reason.TOO_LONG),
        ("営" + " " * 300 + "業", Reason.TOO_LONG),
        (" " * 9_000 + "営業", "営業"),
    ],
)
def test_a_job_is_text_that_no_spreadsheet_works_out(cell: str, read: str | None) -> None:
    assert job(cell) == read
