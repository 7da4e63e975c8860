"""The candidate's own pages: in the look of the pages they met before, without a navigation."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import clock, mint, people, signed_in
from shared.domain.ids import CandidateId
from shared.domain.locale import Locale
from shared.pages.inside import Reader, Room, once
from shared.pages.render import who
from shared.wires import pepper

ROOM: Final = Room(Path(__file__).parent / "pages", (("/me", "home"),))


def routes() -> APIGatewayHttpRouter:
    return APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


def me(router: APIGatewayHttpRouter) -> CandidateId:
    """Whose page it is; by the session alone, never by an address."""
    return CandidateId(signed_in.seat(router).of)


def event(router: APIGatewayHttpRouter) -> dict[str, Any]:
    found: dict[str, Any] = router.current_event.raw_event
    return found


def locale(router: APIGatewayHttpRouter) -> Locale:
    return signed_in.locale_of(event(router), signed_in.session(router))


def query(router: APIGatewayHttpRouter) -> Mapping[str, str]:
    return event(router).get("queryStringParameters") or {}


def shown(
    router: APIGatewayHttpRouter,
    name: str,
    values: Mapping[str, Any],
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response[str]:
    """The page `pages/<name>.html`. `done` of its address names the act that led here."""
    session, spoken = signed_in.session(router), locale(router)
    reader = Reader(spoken, "/me", "", pepper().form_word(session.digest))
    told = {
        **who(people.agency(), spoken),
        "done": query(router).get("done", ""),
        "once": once(mint.mint("once", clock.now())),
    }
    document = ROOM.page(name, reader, **{**told, **values})
    return people.html(status, document, {**signed_in.HEADERS, **(headers or {})})


def alone(spoken: Locale, name: str, values: Mapping[str, Any]) -> Response[str]:
    """A page of somebody who is not signed in, or not any more."""
    reader = Reader(spoken, "", "", "")
    told = {**who(people.agency(), spoken), "done": "", "here_is_home": True}
    document = ROOM.page(name, reader, **{**told, **values})
    return people.html(200, document, signed_in.HEADERS)


def back(router: APIGatewayHttpRouter, path: str, done: str) -> Response[str]:
    """After a form: to the page that shows what it did, in the language it was sent in."""
    return signed_in.to(f"{path}?done={done}&lang={locale(router)}")
