"""One spelling of what is written in several: wide and narrow letters, spaces, marks nobody sees.

>>> plain("ｴﾝｼﾞﾆｱ　（東京）"), plain("２０２６／４／１")
('エンジニア (東京)', '2026/4/1')
>>> named("Candidate_ID"), named(" 応募者ＩＤ ")
('candidateid', '応募者id')
"""

import re
from typing import Final
from unicodedata import category, normalize

_SAME: Final = str.maketrans({"〜": "~", "−": "-", "‖": "∥", "―": "—", "¥": "\\"})
"""Shift_JIS is read as the one by Windows and as the other by everybody else."""
_BETWEEN: Final = re.compile(r"[\s_-]+")
_IN_WORKBOOK: Final = re.compile(r'="([^"]*)"')
"""How an export keeps a spreadsheet from dropping leading zeros."""


def plain(text: str) -> str:
    narrow = normalize("NFKC", text.translate(_SAME)).translate(_SAME)
    seen = "".join(_seen(letter) for letter in narrow)
    return " ".join(seen.split())


def _seen(letter: str) -> str:
    match category(letter):
        case "Cc" | "Zl" | "Zp":
            return " "
        case "Cf":
            return ""
    return letter


def named(header: str) -> str:
    """The name of a column as it is compared."""
    return _BETWEEN.sub("", plain(header)).casefold()


def bare(cell: str) -> str:
    """The text of a cell, out of what was to keep a spreadsheet from reading it as a number.

    >>> bare('="00123"'), bare("'00123"), bare("=1+1")
    ('00123', '00123', '=1+1')
    """
    text = plain(cell)
    kept = _IN_WORKBOOK.fullmatch(text)
    return plain(kept[1]) if kept else text.removeprefix("'").strip()
