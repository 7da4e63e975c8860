"""Does free text seem to hold what the law forbids an agency to collect?

Employment Security Act 5-5 and its guideline. Of what somebody gave us or notes, a warning and no
refusal: only the kinds are told, not the words. What an adviser writes for a company is refused.

>>> seems_to_hold("本 籍：東京都　愛読書：こころ")
(<Kind.ORIGIN: 'origin'>, <Kind.READING: 'reading'>)
>>> seems_to_hold("宗教法人の経理。家族手当の計算。労働組合法の知識。")
()
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Final

from shared.domain.forbidden_words import MEANS_NO_HARM, SAYS


class Kind(StrEnum):
    ORIGIN = "origin"
    SOCIAL_STATUS = "social_status"
    CREED = "creed"
    POLITICS = "politics"
    UNION = "union"
    FAMILY = "family"
    PROPERTY = "property"
    READING = "reading"
    HEALTH = "health"


LONGEST: Final = 200_000
"""Characters that are looked at."""
_JAPANESE: Final = r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_INSIDE: Final = re.compile(rf"(?<={_JAPANESE})\s+|\s+(?={_JAPANESE})")
_UNSEEN: Final = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")
_PLAIN_SIGNS: Final = str.maketrans({"’": "'", "‘": "'"})


def seems_to_hold(text: str) -> tuple[Kind, ...]:
    plain = _plain(text[:LONGEST])
    return tuple(kind for kind in Kind if _says(kind, plain))


def words_of(text: str) -> tuple[str, ...]:
    """The words it seems to hold it by, in one width and small letters.

    >>> words_of("本 籍は東京都。労働組合法に詳しい。支持政党あり。")
    ('本籍', '支持政党')
    """
    plain = _plain(text[:LONGEST])
    found = (said.group() for kind in Kind for said in _found(kind, plain))
    return tuple(dict.fromkeys(found))


def _says(kind: Kind, plain: str) -> bool:
    return next(_found(kind, plain), None) is not None


def _found(kind: Kind, plain: str) -> Iterator[re.Match[str]]:
    """What means no harm is blotted out first."""
    harmless, words = _patterns(kind)
    return words.finditer(harmless.sub("\n", plain) if harmless else plain)


@cache
def _patterns(kind: Kind) -> tuple[re.Pattern[str] | None, re.Pattern[str]]:
    harmless = MEANS_NO_HARM.get(kind)
    return re.compile("|".join(harmless)) if harmless else None, re.compile("|".join(SAYS[kind]))


def _plain(text: str) -> str:
    """One width, small letters, a space nowhere but between words that need it."""
    one_width = unicodedata.normalize("NFKC", text).translate(_PLAIN_SIGNS)
    seen = _UNSEEN.sub("", one_width).casefold()
    return re.sub(r"\s+", " ", _INSIDE.sub("", seen))
