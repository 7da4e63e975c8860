"""The ledger as a spreadsheet opens it."""

import csv
import io
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from shared.domain.entry import Entry, Kind
from shared.domain.locale import Locale
from shared.pages.ledger import ledger_sheet
from shared.pages.sheet import MARK, sheet
from tests.support.ledger_life import eventful

LIFE = eventful()
JA = [
    *("番号", "記録日", "発生日", "種別", "数量", "記帳の根拠", "規則の版"),
    *("前の行のハッシュ", "ハッシュ", "基準日", "できごと"),
]


def read(text: str) -> list[list[str]]:
    """As any reader of RFC 4180 does, strictly."""
    raw = text.encode()
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))


def row(entry: Entry, as_of: date | None = date(2026, 3, 4)) -> list[str]:
    _, only = read(ledger_sheet([entry], as_of, "ja"))
    return only


def test_every_entry_is_a_row_with_its_day_its_kind_and_its_hash() -> None:
    text = ledger_sheet(LIFE.entries, date(2026, 3, 4), "ja")
    head, *rows = read(text)
    assert text.count("\r\n") == text.count("\n") == len(LIFE.entries) + 1
    assert head == JA
    assert len(rows) == len(LIFE.entries)
    assert [row[8] for row in rows] == [entry.hash for entry in LIFE.entries]
    assert rows[0][:7] == ["1", "2026-03-02", "2026-03-02", "紹介カウント", "3", "count:1-3", "1"]
    assert rows[0][-1] == "登録3人がカウントされました（通算1〜3人目）。"
    assert {row[-2] for row in rows} == {"2026-03-04"}


def test_an_english_company_reads_english() -> None:
    head, first, *_ = read(ledger_sheet(LIFE.entries, None, "en"))
    assert (head[0], head[-2], first[3], first[-2]) == ("Number", "As of", "Referrals counted", "")


@pytest.mark.parametrize("locale", get_args(Locale))
def test_every_kind_there_can_be_has_a_word_of_its_own(locale: Locale) -> None:
    every = [replace(LIFE.entries[0], kind=kind) for kind in get_args(Kind)]
    words = [row[3] for row in read(ledger_sheet(every, None, locale))[1:]]
    assert len(set(words)) == len(every)


@pytest.mark.parametrize(
    ("entry_id", "kind", "amount", "said"),
    [
        ("count:10-10", "count", 1, "登録1人がカウントされました（通算10人目）。"),
        ("reserve:2:1:job_a", "reserve", 1, "枠2を、求人に引き当てました。"),
        ("fill:4-6", "carry_deficit", -3, "新しいカウントで、不足のうち3人分が埋まりました。"),
        ("settle:2", "carry_deficit", -7, "枠2の取消で、繰り越した不足のうち7人分が埋まりました。"),
        ("adjust:1:3", "adjust", 1, "調整により、枠が1件加わりました。"),
        ("adjust:2:3", "adjust", -1, "調整により、枠が1件減りました。"),
    ],
)
def test_why_an_entry_is_there_is_said_in_words(
    entry_id: str, kind: Kind, amount: int, said: str
) -> None:
    entry = replace(LIFE.entries[0], entry_id=entry_id, kind=kind, amount=amount)
    found = row(entry)
    assert (found[5], found[-1]) == (entry_id, said)


def test_an_empty_ledger_is_its_head() -> None:
    assert read(ledger_sheet([], None, "ja")) == [JA]


def test_an_amount_below_zero_is_a_number() -> None:
    filled = replace(LIFE.entries[0], kind="carry_deficit", amount=-3)
    assert row(filled)[4] == "-3"


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠a"),
        '=HYPERLINK("http://evil.example","x")',
    ],
)
def test_text_that_a_spreadsheet_would_work_out_is_text(text: str) -> None:
    assert row(replace(LIFE.entries[0], entry_id=text))[5] == f"'{text}"


@pytest.mark.parametrize("text", ["count:1-3", "a,b", 'say "hi"', "two\r\nlines", "", "株式会社"])
def test_other_text_is_read_back_as_it_is(text: str) -> None:
    assert row(replace(LIFE.entries[0], entry_id=text))[5] == text


def test_a_heading_is_text_too() -> None:
    assert sheet(["=a"], []) == f"{MARK}'=a\r\n"
