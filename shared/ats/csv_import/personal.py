"""What would carry a person along: columns never read as a reference or a job, and cells."""

import re
from typing import Final

from shared.ats.csv_import.column import Column
from shared.ats.csv_import.wording import named

_OF_PERSON: Final = re.compile(
    "氏名|姓|名前|フリガナ|ふりがな|カナ(?!ダ)|ローマ字|メール|mail|電話|携帯|連絡先|住所|生年月日"
    "|誕生|年齢|性別|国籍|学校|大学|勤務先|会社名|担当|面接官|紹介者|備考|コメント|メモ|評価|理由"
    "|phone|address|birth|gender|(?:first|last|full|family|given|candidate|applicant)name"
)
_WHOLLY: Final = frozenset(
    "名 セイ メイ 候補者 応募者 name candidate applicant tel age sex note memo".split()
)
_OF_BIRTH: Final = re.compile("生年月日|誕生|生まれ|birth")
_IN_CELL: Final = re.compile(
    r"[^\s@]+@[^\s@]+\.[A-Za-z]{2,}"
    r"|(?<![0-9-])(?=(?:[- ]?[0-9]){10,11}(?![0-9]))0[0-9]{1,4}[- ][0-9]{1,4}[- ][0-9]{3,4}"
    r"|(?<![0-9-])0[5789]0-?[0-9]{4}-?[0-9]{4}(?![0-9])"
)
"""An address for mail, a telephone number."""


def may_be_read(column: Column, name: str) -> bool:
    """Results and steps leave memory as one of our own words, so that they may be called anything.

    >>> may_be_read(Column.REFERENCE, "メールアドレス"), may_be_read(Column.DAY, "メール送信日")
    (False, True)
    """
    word = named(name)
    match column:
        case Column.REFERENCE | Column.JOB:
            return word not in _WHOLLY and not _OF_PERSON.search(word)
        case Column.DAY:
            return not _OF_BIRTH.search(word)
    return True


def is_personal(text: str) -> bool:
    """
    >>> is_personal("hanako@example.jp"), is_personal("担当 03-1234-5678"), is_personal("A-00123")
    (True, True, False)
    """
    return bool(_IN_CELL.search(text))
