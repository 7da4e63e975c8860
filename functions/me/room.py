"""The candidate's own pages: in the look of the pages they met before, without a navigation."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import people, signed_in
from shared.domain.ids import CandidateId
from shared.domain.locale import Locale
from shared.pages.inside import Reader, Room
from shared.pages.render import who
from shared.rooms import MORE, NONE, Pages, query, routes
from shared.rooms import language as locale

__all__ = ["ROOM", "alone", "back", "event", "locale", "me", "query", "routes", "shown"]

ROOM: Final = Room(Path(__file__).parent / "pages", (("/me", "home"),))
_PAGES: Final = Pages(ROOM, lambda _: NONE)


def me(router: APIGatewayHttpRouter) -> CandidateId:
    """Whose page it is; by the session alone, never by an address."""
    return CandidateId(signed_in.seat(router).of)


def event(router: APIGatewayHttpRouter) -> dict[str, Any]:
    found: dict[str, Any] = router.current_event.raw_event
    return found


def shown(
    router: APIGatewayHttpRouter,
    name: str,
    values: Mapping[str, Any],
    *,
    status: int = 200,
    headers: Mapping[str, str] = MORE,
) -> Response[str]:
    """The page `pages/<name>.html`. `done` of its address names the act that led here."""
    done = query(router).get("done", "")
    told = {**who(people.agency(), locale(router)), "done": done, **values}
    return _PAGES.shown(router, name, "/me", told, place="", status=status, headers=headers)


def alone(spoken: Locale, name: str, values: Mapping[str, Any]) -> Response[str]:
    """A page of somebody who is not signed in, or not any more."""
    reader = Reader(spoken, "", "", "")
    told = {**who(people.agency(), spoken), "done": "", "here_is_home": True}
    document = ROOM.page(name, reader, **{**told, **values})
    return people.html(200, document, signed_in.HEADERS)


def back(router: APIGatewayHttpRouter, path: str, done: str) -> Response[str]:
    """After a form: to the page that shows what it did, in the language it was sent in."""
    return signed_in.to(f"{path}?done={done}&lang={locale(router)}")
