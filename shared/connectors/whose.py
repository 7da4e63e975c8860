"""Whose end it was, by the company's own words for it: no vendor of these says it otherwise."""

from typing import Any, Final

from shared.domain.ats_event import ReasonKind

WITHDREW: Final = ("辞退", "取り下げ", "取下げ", "withdr", "declin")
REJECTED: Final = ("不採用", "不合格", "見送", "rejected")


def told(words: Any) -> ReasonKind | None:
    """None where they do not say."""
    said = words.casefold() if isinstance(words, str) else ""
    if any(word in said for word in WITHDREW):
        return ReasonKind.CANDIDATE
    if any(word in said for word in REJECTED):
        return ReasonKind.COMPANY
    return None
