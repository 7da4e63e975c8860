"""Pages of who signed in, as requests ask for them: who reads, in which language."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import clock, mint, people, programs, request, signed_in
from shared.contracts.allowed import MONTH
from shared.domain.access import Caller
from shared.domain.errors import InvalidRequest, NotFound, RelayError
from shared.domain.locale import Locale
from shared.pages.inside import Reader, Room, once
from shared.wires import pepper

NONE: Final[frozenset[str]] = frozenset()
MORE: Final[Mapping[str, str]] = {}


def routes() -> APIGatewayHttpRouter:
    return APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


def caller(router: APIGatewayHttpRouter, scope: str) -> Caller:
    """Who asks, if their role may. Raises InsufficientScope."""
    session = signed_in.session(router)
    found = signed_in.seat(router).caller(session.person, session.session_id)
    found.check(scope)
    return found


def may(router: APIGatewayHttpRouter, scope: str) -> bool:
    """Whether a page shows what only some may do."""
    return scope in signed_in.seat(router).scopes


def language(router: APIGatewayHttpRouter) -> Locale:
    return signed_in.locale_of(router.current_event.raw_event, signed_in.session(router))


def query(router: APIGatewayHttpRouter) -> Mapping[str, str]:
    return request.query(router.current_event.raw_event)


def start(router: APIGatewayHttpRouter, prefix: str) -> str | None:
    """Where a list goes on: `?cursor=` of its page before. Raises InvalidRequest."""
    return programs.after(query(router).get("cursor"), prefix)


def month(router: APIGatewayHttpRouter, usual: str, name: str = "month") -> str:
    """As it is asked for, else `usual`. Raises InvalidRequest."""
    said = query(router).get(name) or usual
    if not re.fullmatch(MONTH, said):
        raise InvalidRequest(f"{name} is no month", {name: "malformed"})
    return said


@contextmanager
def there(*missing: type[RelayError]) -> Iterator[None]:
    """Inside, what is missing is a page that is not there: nobody came by a mail."""
    try:
        yield
    except missing as error:
        raise NotFound("no such page") from error


@dataclass(frozen=True, slots=True)
class Pages:
    """
    Args:
        shut: paths of the navigation that are not for who asks.
    """

    room: Room
    shut: Callable[[APIGatewayHttpRouter], frozenset[str]]

    def words(self, router: APIGatewayHttpRouter, name: str) -> Mapping[str, Any]:
        return self.room.words(language(router), name)

    def done(self, router: APIGatewayHttpRouter, name: str) -> str | None:
        """What was done just now, in words: `?done=` of a path we led to."""
        found: Mapping[str, str] = self.words(router, name).get("done", {})
        return found.get(query(router).get("done", ""))

    def shown(
        self,
        router: APIGatewayHttpRouter,
        name: str,
        here: str,
        values: Mapping[str, Any],
        *,
        place: str,
        status: int = 200,
        headers: Mapping[str, str] = MORE,
    ) -> Response[str]:
        """`<name>.html`. `here` is its path in the navigation, `place` whose room it is."""
        word = pepper().form_word(signed_in.session(router).digest)
        reader = Reader(language(router), here, place, word, self.shut(router))
        answered = router.current_event.http_method not in signed_in.READS
        told = {"once": once(mint.mint("once", clock.now())), "answered": answered, **values}
        return people.html(
            status, self.room.page(name, reader, **told), {**signed_in.HEADERS, **headers}
        )
