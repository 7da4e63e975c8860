"""What is said aloud of a step in an application's life, and why another one moved nothing."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from shared.domain.application import Application, Life
from shared.domain.application_step import applied
from shared.domain.ats_event import ReasonKind
from shared.domain.happening import Happening, Kind

_SAID_IN: Final[Mapping[Kind, frozenset[Life]]] = {
    Kind.CREATED: frozenset({Life.DORMANT, Life.LIVE, Life.ASLEEP}),
    Kind.REJECTED: frozenset({Life.LIVE}),
    Kind.UNREJECTED: frozenset({Life.ASLEEP}),
    Kind.HIRED: frozenset({Life.CLOSED}),
    Kind.ERASED: frozenset({Life.CLOSED}),
}
"""A fact is said while it holds: never of a rejection that was undone before it was heard."""
_ONCE: Final[Mapping[Kind, str]] = {
    Kind.CREATED: "created_at",
    Kind.HIRED: "hired_at",
    Kind.ERASED: "erased_at",
}


class Ignored(StrEnum):
    CANDIDATE_WITHDREW = "candidate_withdrew"
    NOT_BY_COMPANY = "not_by_company"
    CONFIDENTIAL = "confidential"
    """It was taken down; there is no link it could move."""
    ERASED_AT_SOURCE = "erased_at_source"
    NOTHING_NEW = "nothing_new"
    """A delivery once more, or one that was overtaken."""


def is_news(before: Application, after: Application, kind: Kind) -> bool:
    """Whether this step is said aloud. Of what is confidential only its erasure is."""
    if after.confidential or after.life not in _SAID_IN.get(kind, ()):
        return False
    if kind in _ONCE:
        known, now = (getattr(one, _ONCE[kind]) for one in (before, after))
        return known is None and now is not None
    return before.life is not after.life


def ignored(application: Application, event: Happening) -> Ignored | None:
    """Why it moves nothing, for whoever reads the list of deliveries; None: it did something."""
    if application.erased_at:
        return Ignored.ERASED_AT_SOURCE
    if not event.is_decision:
        withdrew = event.reason_kind is ReasonKind.CANDIDATE
        return Ignored.CANDIDATE_WITHDREW if withdrew else Ignored.NOT_BY_COMPANY
    after = applied(application, event)
    if after == application:
        return Ignored.NOTHING_NEW
    return Ignored.CONFIDENTIAL if after.life is Life.WITHHELD else None
