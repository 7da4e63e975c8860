"""What an event does to an application: the same in any order, and once however often heard."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from shared.domain.application import Application
from shared.domain.happening import Happening, Kind

_FIRST_COUNTS: Final[Mapping[Kind, str]] = {
    Kind.CREATED: "created_at",
    Kind.HIRED: "hired_at",
    Kind.REMOVED: "removed_at",
}
"""What happens once: of several times said the earliest is kept."""


def applied(application: Application, event: Happening) -> Application:
    """Erased is final. At the same moment unrejected wins over rejected."""
    if event.kind is Kind.ERASED or application.erased_at:
        return _forgotten(application, event)
    heard = replace(application, confidential=application.confidential or event.confidential)
    if not event.is_decision:
        return heard
    match event.kind:
        case Kind.REJECTED:
            return _rejected(heard, event)
        case Kind.UNREJECTED:
            return replace(heard, unrejected_at=_last(heard.unrejected_at, event.at))
    return _once(heard, _FIRST_COUNTS[event.kind], event.at)


def _rejected(application: Application, event: Happening) -> Application:
    """Of two at the same moment the stage decides, so that it is one of them for everybody."""
    known, said = application.rejected_at, event.at
    if known is None or (known, application.stage) < (said, event.stage):
        return replace(application, rejected_at=said, stage=event.stage)
    return application


def _once(application: Application, field: str, at: datetime) -> Application:
    known: datetime | None = getattr(application, field)
    first = at if known is None else min(known, at)
    time: dict[str, Any] = {field: first}
    return replace(application, **time)


def _last(known: datetime | None, at: datetime) -> datetime:
    return at if known is None else max(known, at)


def _forgotten(application: Application, event: Happening) -> Application:
    """What is left of it: its own name, and since when it is gone."""
    gone, at = application.erased_at, event.at
    if event.kind is Kind.ERASED:
        gone = at if gone is None else min(gone, at)
    return Application(
        application.application_id,
        application.company_id,
        application.connection_id,
        erased_at=gone,
    )
