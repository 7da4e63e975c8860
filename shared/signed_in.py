"""What functions for who signed in have in common: the session, its forms, the way back."""

import hmac
from collections.abc import Callable, Mapping
from datetime import datetime
from http.cookies import CookieError, SimpleCookie
from typing import Any, Final
from urllib.parse import quote

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from aws_lambda_powertools.shared.cookies import Cookie, SameSite

from shared import clock, people, request, web
from shared.domain.errors import (
    ForgedForm,
    OtherSeat,
    RelayError,
    SecondFactorNeeded,
    Unauthenticated,
)
from shared.domain.ids import PersonKey
from shared.domain.locale import Locale
from shared.domain.seat import Kind, Seat
from shared.domain.session import LONGEST, Session
from shared.domain.sign_in import is_ours
from shared.mint import key_digest
from shared.pages import csp
from shared.pages.locale import spoken
from shared.table.sessions import Sessions
from shared.wires import pepper, table

COOKIE: Final = "__Host-relay"
FORM_WORD: Final = "form"
"""The hidden field every form of a session carries."""
SPOKEN: Final = "relay.spoken"
"""Where an event keeps the language of who asks, once that is known."""
SIGN_IN: Final = "/sign-in"
SECOND: Final = "/sign-in/second"
CHOOSE: Final = "/sign-in/seat"
HEADERS: Final = {
    "Content-Security-Policy": csp.INSIDE,
    "Referrer-Policy": "same-origin",
    "Vary": "Cookie, Accept",
}
READS: Final = frozenset({"GET", "HEAD"})


def cookie(person: PersonKey, token: str) -> Cookie:
    return _cookie(f"{person}.{token}", int(LONGEST.total_seconds()))


def no_cookie() -> Cookie:
    return _cookie("", -1)


def _cookie(value: str, max_age: int) -> Cookie:
    return Cookie(
        COOKIE,
        value,
        path="/",
        secure=True,
        http_only=True,
        max_age=max_age,
        same_site=SameSite.LAX_MODE,
    )


def session_of(event: Mapping[str, Any], now: datetime, *, is_seen: bool = True) -> Session:
    """Whose request this is; one request to the table. Raises Unauthenticated.

    Args:
        is_seen: somebody is there; a page that asks by itself keeps nobody signed in.
    """
    person, _, token = _said(event).partition(".")
    if not person or not token:
        raise Unauthenticated("sign in")
    sessions, whose = Sessions(table()), (PersonKey(person), key_digest(token))
    return sessions.go_on(*whose, now) if is_seen else sessions.still(*whose, now)


def _said(event: Mapping[str, Any]) -> str:
    """API Gateway hands cookies over in a list of their own, the local engine in their header."""
    listed = "; ".join(event.get("cookies") or ())
    try:
        found = SimpleCookie(listed or request.header(event, "cookie") or "")
    except CookieError:
        return ""
    return found[COOKIE].value if COOKIE in found else ""


def admit(
    app: APIGatewayHttpResolver,
    kind: Kind,
    public: frozenset[str] = frozenset(),
    unattended: frozenset[str] = frozenset(),
) -> Callable[[dict[str, Any]], None]:
    """Who asks comes before what is asked; a form comes from a page of this session's.

    Args:
        unattended: paths that pages ask for by themselves.

    Raises, by what it returns:
        Unauthenticated, SecondFactorNeeded, ForgedForm
    """

    def before(event: dict[str, Any]) -> None:
        if event["rawPath"] in public:
            return
        is_seen = event["rawPath"] not in unattended
        session = session_of(event, clock.now(), is_seen=is_seen)
        event[SPOKEN] = session.locale
        if event["requestContext"]["http"]["method"] not in READS:
            check_form(event, session)
        if session.at(kind) is None:
            raise _not_here(session, kind)
        app.append_context(session=session)  # type: ignore[no-untyped-call]

    return before


def _not_here(session: Session, kind: Kind) -> RelayError:
    """Somebody signed in, but not to this."""
    if session.seat and session.seat.kind is kind:
        return SecondFactorNeeded("the second factor is missing")
    if any(seat.kind is kind for seat in session.seats):
        return OtherSeat("this is another seat's page")
    return Unauthenticated("sign in to this")


def check_form(event: Mapping[str, Any], session: Session) -> None:
    """Raises ForgedForm, and what `request.values` raises."""
    said = request.header(event, "x-relay-form")
    if said is None:
        typed = request.values(event)
        said = typed.get(FORM_WORD) if isinstance(typed, dict) else None
    due = pepper().form_word(session.digest)
    if not isinstance(said, str) or not hmac.compare_digest(said.encode(), due.encode()):
        raise ForgedForm("this form was not given to this session")


def session(router: APIGatewayHttpRouter) -> Session:
    found: Session = router.context["session"]
    return found


def locale_of(event: Mapping[str, Any], session: Session) -> Locale:
    """What the address asks for, else what they chose."""
    query = request.query(event)
    return spoken(query.get("lang") or "") or session.locale


def seat(router: APIGatewayHttpRouter) -> Seat:
    """Where the person who asks sits."""
    found = session(router).seat
    assert found is not None
    return found


def refuse(event: Mapping[str, Any], error: RelayError) -> Response[str]:
    """Who must sign in is led there and back; any other refusal is a page."""
    if request.prefers_json(event):
        return web.problem_response(event, error)
    match error:
        case OtherSeat():
            return _led(event, CHOOSE)
        case Unauthenticated():
            return _led(event, SIGN_IN, "&ended=1" if SPOKEN not in event and _said(event) else "")
        case SecondFactorNeeded():
            return _led(event, SECOND)
    return people.refuse(event, error, event.get(SPOKEN))


def _led(event: Mapping[str, Any], there: str, more: str = "") -> Response[str]:
    """There and back, in the language the page was asked for in."""
    query = request.query(event)
    chosen = spoken(query.get("lang") or "")
    lang = f"&lang={chosen}" if chosen else ""
    return to(f"{there}?back={quote(back(event), safe='')}{lang}{more}")


def back(event: Mapping[str, Any]) -> str:
    """The page that was asked for; of a form, the page it stood on; of neither, the first."""
    path = _asked(event) if event["requestContext"]["http"]["method"] in READS else _stood(event)
    return path if is_ours(path) else "/"


def _asked(event: Mapping[str, Any]) -> str:
    query = event.get("rawQueryString") or ""
    return f"{event['rawPath']}?{query}" if query else str(event["rawPath"])


def _stood(event: Mapping[str, Any]) -> str:
    """Empty where it is on no page of ours."""
    stood_on, ours = request.header(event, "referer") or "", request.origin(event)
    return stood_on.removeprefix(ours) if stood_on.startswith(f"{ours}/") else ""


def to(path: str, *cookies: Cookie) -> Response[str]:
    """303: what was asked for is read there."""
    headers = {**web.SAFE, "Location": path}
    return Response(303, "text/plain", "", headers=headers, cookies=[*cookies])
