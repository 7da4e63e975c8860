"""The fact that a step in an application's life is, named by what happened and not by who said it.

A rejection may be said again, once for each time it happened; the rest happens once.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from shared.contracts.events import (
    ApplicationCreated,
    ApplicationHired,
    ApplicationRejected,
    ApplicationUnrejected,
    CandidateErasedAtSource,
    Event,
)
from shared.domain.application import Application
from shared.domain.application_news import is_news
from shared.domain.happening import Happening, Kind

_FACTS: Final[Mapping[Kind, Callable[..., Event]]] = MappingProxyType(
    {
        Kind.CREATED: ApplicationCreated,
        Kind.REJECTED: ApplicationRejected,
        Kind.UNREJECTED: ApplicationUnrejected,
        Kind.HIRED: ApplicationHired,
        Kind.ERASED: CandidateErasedAtSource,
    }
)


def fact(before: Application, after: Application, event: Happening) -> Event | None:
    """None: nothing that anybody need hear."""
    if not is_news(before, after, event.kind):
        return None
    more: dict[str, Any] = {"stage": event.stage} if event.kind is Kind.REJECTED else {}
    return _FACTS[event.kind](
        event_id=_name(after, event),
        occurred_at=event.at,
        company_id=after.company_id,
        connection_id=after.connection_id,
        application_id=after.application_id,
        **more,
    )


def _name(application: Application, event: Happening) -> str:
    name = f"application:{application.application_id}:{event.kind}"
    again = event.kind in (Kind.REJECTED, Kind.UNREJECTED)
    return f"{name}:{_milliseconds(event.at)}" if again else name


def _milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1000)
