"""The console's pages, and who is reading."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import clock, mint, people, request, signed_in
from shared.domain.access import Caller
from shared.domain.errors import LinkNotFound, NotFound
from shared.domain.ids import CompanyId
from shared.domain.locale import Locale
from shared.pages.inside import Reader, Room, once
from shared.wires import pepper

ROOM: Final = Room(
    Path(__file__).parent / "pages",
    (
        ("/console", "home"),
        ("/console/figures", "figures"),
        ("/console/links", "links"),
        ("/console/sentences", "sentences"),
        ("/console/guides", "guides"),
        ("/console/job-orders", "job_orders"),
        ("/console/credits", "credits"),
        ("/console/ledger", "ledger"),
        ("/console/saving", "saving"),
        ("/console/relays", "relays"),
        ("/console/profile", "profile"),
        ("/console/leave", "leave"),
    ),
)


def routes() -> APIGatewayHttpRouter:
    return APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


def caller(router: APIGatewayHttpRouter, scope: str) -> Caller:
    """Who asks, if their role may. Raises InsufficientScope."""
    session = signed_in.session(router)
    found = signed_in.seat(router).caller(session.person, session.session_id)
    found.check(scope)
    return found


def company(router: APIGatewayHttpRouter, scope: str) -> CompanyId:
    """The company of who asks, if their role may. Raises InsufficientScope."""
    return caller(router, scope).company_for(scope)


def may(router: APIGatewayHttpRouter, scope: str) -> bool:
    """Whether a page shows what only some may do."""
    return scope in signed_in.seat(router).scopes


@contextmanager
def seen() -> Iterator[None]:
    """Inside, a link that is not there is a page that is not there: nobody came by a mail."""
    try:
        yield
    except LinkNotFound as missing:
        raise NotFound("no such link") from missing


def shown(
    router: APIGatewayHttpRouter,
    name: str,
    here: str,
    values: Mapping[str, Any],
    *,
    place: str,
    status: int = 200,
) -> Response[str]:
    """The page `pages/<name>.html`. `here` is its path in the navigation, `place` the company."""
    event: Mapping[str, Any] = router.current_event.raw_event
    session = signed_in.session(router)
    reader = Reader(
        signed_in.locale_of(event, session), here, place, pepper().form_word(session.digest)
    )
    told = {"once": once(mint.mint("once", clock.now())), **values}
    return people.html(status, ROOM.page(name, reader, **told), signed_in.HEADERS)


def language(router: APIGatewayHttpRouter) -> Locale:
    return signed_in.locale_of(router.current_event.raw_event, signed_in.session(router))


def words(router: APIGatewayHttpRouter, name: str) -> Mapping[str, Any]:
    return ROOM.words(language(router), name)


def typed(router: APIGatewayHttpRouter) -> dict[str, str]:
    """What was typed into a form, trimmed. Raises what `request.values` raises."""
    said = request.values(router.current_event.raw_event)
    found = said.items() if isinstance(said, dict) else ()
    return {name: value.strip() for name, value in found if isinstance(value, str)}


def done(router: APIGatewayHttpRouter, name: str) -> str | None:
    """What was done just now, in words: `?done=` of a path we led to."""
    query: Mapping[str, str] = router.current_event.raw_event.get("queryStringParameters") or {}
    found: Mapping[str, str] = words(router, name).get("done", {})
    return found.get(query.get("done", ""))
