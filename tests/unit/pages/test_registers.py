"""The registers as a spreadsheet, read back."""

import csv
import io
from dataclasses import replace
from datetime import date

from shared.domain.dealing import Dealing, Stay
from shared.domain.fee_row import FeeRow
from shared.domain.ids import CandidateId, JobOrderId, RecommendationId
from shared.domain.register_rows import Employer, Ending, OrderRow, SeekerRow
from shared.domain.registers import FEES, ORDERS, SEEKERS
from shared.domain.rules import FIRST
from shared.pages.registers import fees_sheet, orders_sheet, seekers_sheet
from tests.support.builders import BOLT

MARCH, APRIL, TODAY = date(2026, 3, 2), date(2026, 4, 15), date(2026, 11, 1)
REC = RecommendationId("rec_1")
SHOWN = Dealing(REC, MARCH, "株式会社ボルト", indefinite=True)
HIRED = replace(SHOWN, joined_on=APRIL)
ADA = SeekerRow(CandidateId("cnd_1"), MARCH, "Ada", "02", "東京都", date(1990, 1, 31))
JOB = OrderRow(
    JobOrderId("job_1"), BOLT, MARCH, 2, "機械設計", "千代田区", "期間の定めなし", "月額"
)
FEE = FeeRow(REC, ADA.candidate_id, BOLT, JOB.job_order_id, APRIL, 5_000_000, 1_750_000, 1)
FREE = replace(FEE, fee_jpy=0, credit_id="crd_9")
BOLTS = {BOLT: Employer("株式会社ボルト", "採用 担当 saiyo@bolt.example", "大阪市", "06-1234-5678")}
RULES = {1: FIRST}


def read(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff") and text.endswith("\r\n")
    return list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))


def seeker(row: SeekerRow, today: date = TODAY) -> list[dict[str, str]]:
    head, *lines = read(seekers_sheet([row], today))
    assert tuple(head) == SEEKERS
    return [dict(zip(head, line, strict=True)) for line in lines]


def fee(row: FeeRow) -> dict[str, str]:
    head, line = read(fees_sheet([row], BOLTS, RULES))
    assert tuple(head) == FEES
    return dict(zip(head, line, strict=True))


def test_who_was_taken_on_has_a_line_before_anybody_saw_them() -> None:
    [line] = seeker(ADA)
    assert [*line.values()] == [
        *("Ada", "東京都", "1990-01-31", "研究・技術の職業", "2026-03-02", "2026-03-02〜"),
        *("", "", "", "", "", "", "", "", ""),
        "cnd_1",
    ]


def test_each_introduction_is_a_line() -> None:
    two = (SHOWN, replace(SHOWN, other="株式会社あおぞら", declined_on=APRIL))
    first, second = seeker(replace(ADA, dealings=two))
    assert (first["求人者の氏名又は名称"], first["採用・不採用の別"]) == ("株式会社ボルト", "")
    assert (second["求人者の氏名又は名称"], second["採用・不採用の別"]) == (
        "株式会社あおぞら",
        "不採用",
    )


def test_a_hire_says_all_that_was_added_in_2018() -> None:
    [line] = seeker(replace(ADA, dealings=(HIRED,)))
    assert [line[name] for name in SEEKERS[8:14]] == [
        *("採用", "2026-04-15", "無期", "2026-04-15〜2028-04-14", "不明", "")
    ]


def test_who_left_early_is_shown_with_the_day_and_what_was_paid_back() -> None:
    left = replace(HIRED, left_on=date(2026, 5, 1), refund_jpy=500_000)
    [line] = seeker(replace(ADA, dealings=(left,)))
    assert (line["離職状況（6か月以内）"], line["返戻金"]) == ("離職（2026-05-01）", "500000")
    [line] = seeker(replace(ADA, dealings=(replace(left, refund_jpy=None, restored=True),)))
    assert line["返戻金"] == "0（紹介枠を復元）"
    [line] = seeker(replace(ADA, dealings=(replace(HIRED, stay=Stay.STAYED),)))
    assert line["離職状況（6か月以内）"] == "離職なし"


def test_a_fixed_term_leaves_what_is_asked_of_indefinite_ones_empty() -> None:
    [line] = seeker(replace(ADA, dealings=(replace(HIRED, indefinite=False),)))
    assert [line[name] for name in SEEKERS[10:14]] == ["有期", "", "", ""]


def test_who_was_erased_stays_by_name_with_the_reason() -> None:
    gone = replace(ADA, ended_on=APRIL, ending=Ending.ERASED, remark="電話で確認")
    [line] = seeker(gone)
    assert line["求職の有効期間"] == "2026-03-02〜2026-04-15"
    assert line["備考"].startswith("本人の請求により") and line["備考"].endswith("、電話で確認")


def test_an_order_names_its_employer_and_who_was_introduced() -> None:
    row = replace(JOB, dealings=(replace(HIRED, other="Ada"),))
    head, line = read(orders_sheet([row], BOLTS, TODAY))
    assert tuple(head) == ORDERS
    assert line[:3] == ["株式会社ボルト", "大阪市", "採用 担当 saiyo@bolt.example 06-1234-5678"]
    assert (line[5], line[11], line[12]) == ("2", "Ada", "採用")


def test_a_free_hire_stands_with_the_fee_0_and_its_credit() -> None:
    line = fee(FREE)
    assert (line["手数料の額"], line["徴収年月日"]) == ("0", "")
    assert line["手数料の算出の根拠"] == (
        "紹介枠crd_9を充当、理論年収5,000,000円、手数料なし（規則第1版、2026-04-15入社）"
    )


def test_a_fee_says_what_it_was_worked_out_from() -> None:
    line = fee(replace(FEE, collected_on=date(2026, 5, 31)))
    assert (line["手数料の額"], line["徴収年月日"]) == ("1750000", "2026-05-31")
    assert line["手数料の算出の根拠"].startswith("理論年収5,000,000円×35%")
    over = fee(replace(FREE, income_jpy=8_000_000, fee_jpy=700_000))
    assert "上限6,000,000円を超える2,000,000円×35%" in over["手数料の算出の根拠"]


def test_a_name_that_a_spreadsheet_would_work_out_is_text() -> None:
    [line] = seeker(replace(ADA, name="=1+1", dealings=(replace(SHOWN, other="＋x"),)))
    assert (line["求職者の氏名"], line["求人者の氏名又は名称"]) == ("'=1+1", "'＋x")
