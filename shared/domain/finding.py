"""By which beginnings something is found that has a name; names come as shared.kana writes them."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice
from typing import Final

type Words = Sequence[str]

KANJI: Final = (1, 3)
ROMAJI: Final = (2, 5)
"""Fewest and most characters that are looked up; what was typed beyond is compared."""
MOST: Final = 20
"""Beginnings of one thing: with the rest of a filing they fit into one transaction."""
CUTS: Final = 6
"""Places in a word written without spaces where another name may begin."""


class Kind(StrEnum):
    CANDIDATE = "candidate"
    COMPANY = "company"
    JOB_ORDER = "job_order"


def term(asked: Words) -> str | None:
    """What is looked up. None where too little was typed.

    >>> term(["yamada", "ta"]), term(["山"]), term(["y"]), term([])
    ('yamad', '山', None, None)
    """
    whole = "".join(asked)
    fewest, most = _lengths(whole)
    return whole[:most] if len(whole) >= fewest else None


def terms(*names: Words) -> tuple[str, ...]:
    """
    >>> terms(["山田", "太郎"])
    ('山', '山田', '山田太', '太', '太郎', '太郎山')
    >>> terms(["林太郎"])
    ('林', '林太', '林太郎', '太', '太郎', '郎')
    """
    return tuple(islice(dict.fromkeys(_prefixes(names)), MOST))


def is_meant(asked: Words, *names: Words) -> bool:
    """Whether the name begins so, from any of its words on.

    >>> is_meant(["taro", "ya"], ["yamada", "taro"]), is_meant(["taro", "s"], ["yamada", "taro"])
    (True, False)
    """
    whole = "".join(asked)
    return any(start.startswith(whole) for name in names for start in _starts(name))


def _prefixes(names: Iterable[Words]) -> Iterator[str]:
    for start in (start for name in names for start in _starts(name)):
        fewest, most = _lengths(start)
        for length in range(fewest, min(most, len(start)) + 1):
            yield start[:length]


def _starts(words: Words) -> Iterator[str]:
    """Family name first, given name first; of what has no spaces, from within, too."""
    for n in range(len(words)):
        yield "".join((*words[n:], *words[:n]))
    if len(words) == 1:
        inner = (n for n in range(1, len(words[0])) if _may_begin(*words[0][n - 1 : n + 1]))
        yield from (words[0][n:] for n in islice(inner, CUTS))


def _may_begin(before: str, here: str) -> bool:
    return not here.isascii() or not before.isascii()


def _lengths(said: str) -> tuple[int, int]:
    return ROMAJI if said[:1].isascii() else KANJI
