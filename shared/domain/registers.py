"""The three registers an employment agency keeps (ESA 32-15, its enforcement rule 24-7).

What stands in them and in which order is 厚生労働省「職業紹介事業の業務運営要領」, 帳簿書類の
備付け, with its examples of forms: 求職管理簿, 求人管理簿, 手数料管理簿. Since 2018 they say of
whoever was hired for an indefinite term until when they are not asked to move on, whether they left
within six months, and what was paid back. The row's own number stands behind the last of these.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from shared.domain.tokyo import TOKYO, day, years_after

_HIRED: Final = (
    "採用・不採用の別",
    "採用年月日",
    "労働契約（無期・有期）",
    "転職勧奨の禁止期間",
    "離職状況（6か月以内）",
    "返戻金",
    "備考",
)
SEEKERS: Final = (
    "求職者の氏名",
    "求職者の住所",
    "求職者の生年月日",
    "求職者の希望職種",
    "求職受付年月日",
    "求職の有効期間",
    "紹介年月日",
    "求人者の氏名又は名称",
    *_HIRED,
    "求職受付番号",
)
ORDERS: Final = (
    "求人者の氏名又は名称",
    "求人者の所在地",
    "求人に係る連絡先",
    "求人受付年月日",
    "求人の有効期間",
    "求人数",
    "求人に係る職種",
    "求人に係る就業場所",
    "求人に係る雇用期間",
    "求人に係る賃金",
    "紹介年月日",
    "求職者の氏名",
    *_HIRED,
    "求人受付番号",
)
FEES: Final = (
    "手数料を支払う者の氏名又は名称",
    "徴収年月日",
    "手数料の種類",
    "手数料の額",
    "手数料の算出の根拠",
    "備考",
    "紹介番号",
)
KEPT_YEARS: Final = 2
_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LONG, _OF_TIME = 26, 10
"""A ULID's letters; the first of them are milliseconds."""


class Kind(StrEnum):
    SEEKERS = "seekers"
    ORDERS = "orders"
    FEES = "fees"


def received(name: str) -> date:
    """The day a file was opened or a job order posted: its id says so (shared.mint).

    Raises ValueError: not an id of ours.

    >>> received("job_01KJP7T0W08X2MVAXQNQSH0MKJ")
    datetime.date(2026, 3, 2)
    """
    letters, ms = name.partition("_")[2], 0
    if len(letters) != _LONG:
        raise ValueError(f"{name} has no ULID")
    for letter in letters[:_OF_TIME]:
        ms = ms * len(_LETTERS) + _LETTERS.index(letter)
    return day(datetime.fromtimestamp(ms / 1000, UTC))


def month(on: date) -> str:
    return f"{on:%Y-%m}"


def months(first: str, last: str) -> Iterator[str]:
    """From `first` to `last`, both with them.

    >>> list(months("2025-12", "2026-02"))
    ['2025-12', '2026-01', '2026-02']
    """
    start, end = (int(m[:4]) * 12 + int(m[5:]) - 1 for m in (first, last))
    return (f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(start, end + 1))


def kept_until(completed: date) -> datetime:
    """Two years and a day after what the row is about was over, it is deleted."""
    last = years_after(completed, KEPT_YEARS) + timedelta(days=1)
    return datetime.combine(last, time(), TOKYO)
