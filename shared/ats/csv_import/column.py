"""What a column is read for, and what such columns are usually called.

A few are named in help pages of HRMOS and ジョブカン (応募ID, 求人ID, 選考ポジション名,
選考ステータス, 判定結果入力日); no full list is public (`?`), so that the others are usual words.
All is a suggestion: the company confirms it.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from shared.ats.csv_import.wording import named


class Column(StrEnum):
    REFERENCE = "reference"
    RESULT = "result"
    STAGE = "stage"
    JOB = "job"
    DAY = "day"


USUAL: Final = {
    Column.REFERENCE: (
        "応募ID 応募番号 応募No エントリーID エントリー番号 選考ID 応募者ID 応募者番号 応募者No"
        " 候補者ID 候補者番号 応募者管理番号 候補者管理番号 受付番号 管理番号 管理ID"
        " ApplicationID CandidateID ApplicantID ExternalID ID"
    ),
    Column.RESULT: (
        "選考結果 最終選考結果 最終結果 合否 合否結果 合否判定 判定結果 選考ステータス"
        " 最終ステータス ステータス 選考状況 結果 状態 Result Status Outcome"
    ),
    Column.STAGE: (
        "選考ステップ 最終選考ステップ 現在の選考ステップ 選考段階 選考フェーズ 選考プロセス"
        " 選考工程 到達ステップ ステップ フェーズ 選考フロー Stage Step"
    ),
    Column.JOB: (
        "求人ID 求人番号 求人No 求人名 求人タイトル 求人 応募求人 応募求人名 選考ポジション"
        " 選考ポジション名 募集職種 応募職種 応募ポジション 職種 ポジション JobID Job JobTitle"
    ),
    Column.DAY: (
        "不合格日 不採用日 見送り日 お見送り日 不合格日時 選考終了日 選考結果日 合否確定日"
        " 合否判定日 判定日 判定結果入力日 結果登録日 結果通知日 選考日 RejectedAt RejectedOn Date"
    ),
}
"""The best first."""
_USUAL: Final = {column: tuple(map(named, names.split())) for column, names in USUAL.items()}
_OTHERS: Final = frozenset(
    map(
        named,
        "氏名 名前 姓 名 フリガナ 氏名カナ メールアドレス 電話番号 住所 生年月日 年齢 性別 応募日"
        " 応募経路 応募日時 備考 担当者 Name Email Phone".split(),
    )
)
"""They are read for nothing, and show that a row is one of names."""


def usual(names: Iterable[str]) -> int:
    """How many of a row's cells are names of columns."""
    known = _OTHERS.union(*_USUAL.values())
    return sum(named(name) in known for name in names)


def suggested(names: Sequence[str]) -> dict[Column, str]:
    """
    >>> {c.value: n for c, n in suggested(("応募者ＩＤ", "氏名", "合否", "求人名")).items()}
    {'reference': '応募者ＩＤ', 'result': '合否', 'job': '求人名'}
    """
    there = {named(name): name for name in reversed(names)}
    best = {c: next((there[n] for n in known if n in there), None) for c, known in _USUAL.items()}
    return {column: name for column, name in best.items() if name is not None}
