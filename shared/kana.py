"""A name as it is compared: kana and Latin letters as one romaji, kanji as they are."""

import re
import unicodedata
from typing import Final

import jaconv

_KANA: Final = re.compile("[ぁ-ゔゝゞ]+")
_LATIN: Final = re.compile("[a-z]+")
_BETWEEN: Final = re.compile(r"[^\w々ゖゕ]+|_")
"""Spaces, the dots and strokes between names."""
_LEGAL: Final = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|合名会社|\([株有同]\)|\b(?:inc|ltd|llc|corp|kk|k\.k)\b"
)
"""What kind of company it is says nothing of which."""
_VARIANTS: Final = str.maketrans(
    "髙﨑嵜齋斉齊邊邉澤濵濱嶋冨廣國眞櫻惠藏條德𠮷龍瀧彌榮淺曾壽豐辯佛圓實會",
    "高崎崎斎斎斎辺辺沢浜浜島富広国真桜恵蔵条徳吉竜滝弥栄浅曽寿豊弁仏円実会",
)
"""Of several ways to write a kanji of names, one."""
_SILENT: Final = re.compile("[ー'’`]")
_FOLDS: Final = tuple(
    (re.compile(written), one)
    for written, one in (
        ("sy", "sh"), ("ty", "ch"), ("[zj]y", "j"), ("si", "shi"), ("ti", "chi"), ("tu", "tsu"),
        ("(?<![sc])hu", "fu"), ("[zd]i", "ji"), ("dz?u", "zu"), ("tch", "cch"),
        ("m(?=[bpm])", "n"), ("o(?:[uo]|h(?![aeiouy]))+", "o"), (r"([aiue])\1+", r"\1"),
    )
)  # fmt: skip
"""Of several ways to write a sound, one; long vowels as short ones."""


def plain(text: str) -> list[str]:
    """Its words.

    >>> plain("ｵｵﾉ　ｼﾝｲﾁ"), plain("Ohno Shin'ichi"), plain("佐々木 じゅん")
    (['ono', 'shinichi'], ['ono', 'shinichi'], ['佐々木', 'jun'])
    """
    narrow = _LEGAL.sub(" ", unicodedata.normalize("NFKC", text).casefold())
    narrow = _SILENT.sub("", narrow).translate(_VARIANTS)
    kana = jaconv.kata2hira("".join(map(_bare, narrow)))
    said = _KANA.sub(lambda run: jaconv.kana2alphabet(run[0]), _BETWEEN.sub(" ", kana))
    return _LATIN.sub(lambda run: _folded(run[0]), said).split()


def _bare(letter: str) -> str:
    """A Latin letter without its accent; a Japanese one keeps its marks."""
    return unicodedata.normalize("NFD", letter)[0] if "\u00c0" <= letter < "\u0250" else letter


def _folded(romaji: str) -> str:
    for written, one in _FOLDS:
        romaji = written.sub(one, romaji)
    return romaji
