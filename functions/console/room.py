"""The console's pages, and who is reading."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import clock, mint, people, programs, request, signed_in
from shared.domain.access import Caller
from shared.domain.errors import LinkNotFound, NotFound
from shared.domain.ids import CompanyId
from shared.domain.locale import Locale
from shared.domain.seat import COMPANY_MANAGE
from shared.pages import trade as trades
from shared.pages.inside import Reader, Room, once
from shared.wires import pepper

ROOM: Final = Room(
    Path(__file__).parent / "pages",
    (
        ("/console", "home"),
        ("", "gather"),
        ("/console/links", "links"),
        ("/console/sentences", "sentences"),
        ("/console/guides", "guides"),
        ("/console/figures", "figures"),
        ("", "use"),
        ("/console/credits", "credits"),
        ("/console/job-orders", "job_orders"),
        ("/console/relays", "relays"),
        ("", "record"),
        ("/console/ledger", "ledger"),
        ("/console/saving", "saving"),
        ("/console/audit", "audit"),
        ("", "company"),
        ("/console/members", "members"),
        ("/console/keys", "keys"),
        ("/console/rules", "rules"),
        ("/console/terms", "terms"),
        ("/console/profile", "profile"),
    ),
)


OWNERS: Final = frozenset({"/console/keys", "/console/audit"})
"""Pages of the navigation nobody else may open."""


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
    shut = frozenset() if may(router, COMPANY_MANAGE) else OWNERS
    word = pepper().form_word(session.digest)
    reader = Reader(signed_in.locale_of(event, session), here, place, word, shut)
    told = {"once": once(mint.mint("once", clock.now())), **values}
    return people.html(status, ROOM.page(name, reader, **told), signed_in.HEADERS)


def language(router: APIGatewayHttpRouter) -> Locale:
    return signed_in.locale_of(router.current_event.raw_event, signed_in.session(router))


def words(router: APIGatewayHttpRouter, name: str) -> Mapping[str, Any]:
    return ROOM.words(language(router), name)


def query(router: APIGatewayHttpRouter) -> Mapping[str, str]:
    return request.query(router.current_event.raw_event)


def start(router: APIGatewayHttpRouter, prefix: str) -> str | None:
    """Where a list goes on: `?cursor=` of its page before. Raises InvalidRequest."""
    return programs.after(query(router).get("cursor"), prefix)


def done(router: APIGatewayHttpRouter, name: str) -> str | None:
    """What was done just now, in words: `?done=` of a path we led to."""
    found: Mapping[str, str] = words(router, name).get("done", {})
    return found.get(query(router).get("done", ""))


def trade(router: APIGatewayHttpRouter, industry: str | None, size_band: str | None) -> list[str]:
    """A company's industry and size in words."""
    locale = language(router)
    said = trades.industry(industry or "", locale), trades.size(size_band or "", locale)
    return [one or "–" for one in said]
