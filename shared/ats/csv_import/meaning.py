"""What a company's word for a result says of who ended it.

Words as Japanese systems use them; none of their lists is published (`?` in ats.md). A word that
names both sides, or neither, is unknown: the company says what it means in its mapping.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from shared.ats.csv_import.wording import named


class Meaning(StrEnum):
    COMPANY = "company"
    CANDIDATE = "candidate"
    HIRED = "hired"
    OPEN = "open"
    """Not decided yet: its link waits, asleep. Never guessed, only said by the company."""
    IGNORED = "ignored"
    """The company says to leave such rows alone."""
    UNKNOWN = "unknown"
    """Its word says nothing to us: left alone, and shown by its line."""


LEFT_ALONE: Final = frozenset({Meaning.IGNORED, Meaning.UNKNOWN})


_DONE: Final = "(?:決定|確定|通知|連絡|済み|済)*"
_COMPANY: Final = re.compile(
    f".*(?:不採用|不合格|不通過|見送り?|お断り|落選){_DONE}|ng|rejected|declined|fail(?:ed)?"
)
_CANDIDATE: Final = re.compile(f".*(?:辞退|取り?下げ){_DONE}|withdrawn|withdrew")
_SIDES: Final = (
    (Meaning.COMPANY, _COMPANY, re.compile("辞退|取り?下げ|本人|候補者|応募者|学生")),
    (
        Meaning.CANDIDATE,
        _CANDIDATE,
        re.compile("不採用|不合格|不通過|見送|断り|落選|当社|弊社|会社"),
    ),
)
"""A side, how its words end, and what in them makes that doubtful."""
_HIRED: Final = re.compile(
    "採用(?:決定|確定|済み?)?|(?:内定|入社|オファー)承諾(?:済み?)?|入社(?:済み?|決定)?|hired"
)


def meaning(value: str, own: Mapping[str, Meaning]) -> Meaning:
    """The company's own word first.

    Args:
        own: what it says its words mean, by `named`.

    >>> [meaning(v, {}).value for v in ("書類 不合格", "採用見送り", "内定辞退", "採用", "合格")]
    ['company', 'company', 'candidate', 'hired', 'unknown']
    """
    word = named(value)
    if word in own:
        return own[word]
    for side, ended, contrary in _SIDES:
        if ended.fullmatch(word):
            return Meaning.UNKNOWN if contrary.search(word) else side
    return Meaning.HIRED if _HIRED.fullmatch(word) else Meaning.UNKNOWN
