"""The pages of signing in, and where each step leads."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from aws_lambda_powertools.event_handler import Response

from shared import people, request, signed_in
from shared.domain.locale import Locale
from shared.domain.seating import way
from shared.domain.session import Session
from shared.domain.sign_in import is_ours
from shared.pages.catalogue import words
from shared.pages.inside import FIELD
from shared.pages.locale import OTHER
from shared.pages.render import environment, who
from shared.wires import pepper

PAGES: Final = Path(__file__).parent / "pages"
VERIFY: Final = "/sign-in/verification"
WAITING: Final = "/sign-in/waiting"

type Event = Mapping[str, Any]


def asked_for(event: Event, name: str) -> str:
    return request.query(event).get(name) or ""


def back_of(event: Event) -> str:
    """Where they came from, if it is a page of ours; else nothing."""
    said = asked_for(event, "back")
    return said if is_ours(said) else ""


def with_query(path: str, **query: str) -> str:
    """`path` with what of the query is not empty."""
    told = urlencode({name: value for name, value in query.items() if value})
    return f"{path}?{told}" if told else path


def next_step(session: Session, back: str | None) -> str:
    """Where a session leads that was just opened, or just took a seat."""
    kept = back or ""
    if not session.seats:
        return WAITING
    if session.seat is None:
        return with_query(signed_in.CHOOSE, back=kept)
    if session.seat.needs_second_factor and not session.proved:
        return with_query(signed_in.SECOND, back=kept)
    return way(session.seat, back)


def outside(
    event: Event,
    name: str,
    at: str,
    *,
    session: Session | None = None,
    status: int = 200,
    query: Mapping[str, str] | None = None,
    **values: Any,
) -> Response[str]:
    """A page before anybody sits anywhere, in the candidates' frame.

    Args:
        at: its own path, read again in the other language, and what `query` it needs there.
        session: whose forms it carries.
    """
    locale = signed_in.locale_of(event, session) if session else people.locale_of(event)
    own, more = said(locale, name), dict(query or {})
    told = {
        "w": own,
        "frame": own["frame"],
        "locale": locale,
        "other": OTHER[locale],
        "here": with_query(at, lang=locale, **more),
        "switch": with_query(at, lang=OTHER[locale], **more),
        "form_word": FIELD.format(pepper().form_word(session.digest)) if session else "",
        "mistakes": {},
        "values": {},
    }
    page = environment(PAGES).get_template(f"{name}.html")
    return people.html(status, page.render(who(people.agency(), locale) | told | values))


def said(locale: Locale, name: str) -> Mapping[str, Any]:
    return words(locale, name, PAGES / "words")
