"""What people asked of us: what waits and what is over, on one page, each turned by its cursor."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final, Protocol

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import clock, programs
from shared.domain.asked_of_us import answer_by, is_overdue
from shared.domain.locale import Locale
from shared.pages.when import day, moment
from shared.rooms import language, query, start

PAGE: Final = 50


class Asked(Protocol):
    @property
    def received_on(self) -> date: ...

    @property
    def closed_at(self) -> datetime | None: ...


class Kept(Protocol):
    """Page by page, with where each goes on."""

    def open(self, *, limit: int, after: str | None) -> tuple[Sequence[Asked], str | None]: ...

    def all(self, *, limit: int, after: str | None) -> tuple[Sequence[Asked], str | None]: ...


def lists(router: APIGatewayHttpRouter, kept: Kept, prefix: str) -> dict[str, Any]:
    """Raises InvalidRequest: no cursor of ours; `prefix` is how the keys of all begin."""
    later, older = start(router, "{"), programs.after(query(router).get("older"), prefix)
    waiting, following = kept.open(limit=PAGE, after=later) if not older else ((), None)
    known, before = kept.all(limit=PAGE, after=older) if not later else ((), None)
    locale = language(router)
    return {
        "waiting": [row(one, locale) for one in waiting],
        "following": programs.cursor(following),
        "closed": [row(one, locale) for one in known if one.closed_at],
        "older": programs.cursor(before),
        "is_later": later is not None,
        "is_older": older is not None,
    }


def row(one: Asked, locale: Locale) -> dict[str, Any]:
    return {
        "one": one,
        "received": day(one.received_on, locale),
        "answer_by": day(answer_by(one.received_on), locale),
        "is_late": one.closed_at is None and is_overdue(one.received_on, clock.now()),
        "closed": moment(one.closed_at, locale) if one.closed_at else None,
    }
