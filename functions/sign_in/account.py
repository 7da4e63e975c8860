"""/account: where somebody is signed in, in which language; and the ways out."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qsl

from aws_lambda_powertools.event_handler import Response

from functions.sign_in.room import PAGES, with_query
from shared import clock, people, request, signed_in
from shared.contracts.sign_in import LocaleChosen
from shared.contracts.wire import parse
from shared.domain.ids import CompanyId
from shared.domain.locale import Locale
from shared.domain.seat import Kind, Seat
from shared.domain.seating import ACCOUNT, HOME
from shared.domain.session import Session
from shared.domain.sign_in import is_ours
from shared.pages.inside import Room
from shared.pages.render import who
from shared.pages.when import moment
from shared.rooms import NONE, Pages, language, routes
from shared.table.companies import Companies
from shared.table.sessions import Sessions
from shared.wires import table

router = routes()
OF_ONE_READING: Final = frozenset({"lang", "done", "sent"})
"""What an address says of one reading of its page."""
OUT: Final = f"{signed_in.SIGN_IN}?out=1"
ROOMS: Final = {
    Kind.CANDIDATE: Room(PAGES, ()),
    Kind.COMPANY: Room(PAGES, ((HOME[Kind.COMPANY], "company"), (ACCOUNT, "account"))),
    Kind.AGENCY: Room(PAGES, ((HOME[Kind.AGENCY], "agency"), (ACCOUNT, "account"))),
}


@router.get(ACCOUNT)
def account() -> Response[str]:
    session, seat, locale = signed_in.session(router), signed_in.seat(router), language(router)
    found = Sessions(table()).all(session.person, clock.now())
    told = {
        **who(people.agency(), locale),
        "is_candidate": seat.kind is Kind.CANDIDATE,
        "sessions": [_told(one, session, locale) for one in found],
        "several": len(session.seats) > 1,
        "chosen": session.locale,
    }
    pages = Pages(ROOMS[seat.kind], lambda _: NONE)
    return pages.shown(router, "account", ACCOUNT, told, place=_place(seat, locale))


def _told(one: Session, own: Session, locale: Locale) -> dict[str, Any]:
    return {
        "opened": moment(one.opened_at, locale),
        "seen": moment(one.seen_at, locale),
        "until": moment(one.until, locale),
        "own": one.digest == own.digest,
    }


def _place(seat: Seat, locale: Locale) -> str:
    if seat.kind is Kind.COMPANY:
        return Companies(table()).find(CompanyId(seat.of)).name
    return people.agency().name_in(locale)


@router.post("/account/locale")
def speak() -> Response[str]:
    event: dict[str, Any] = router.current_event.raw_event
    wanted = parse(LocaleChosen, request.values(event))
    Sessions(table()).speaks(signed_in.session(router), wanted.locale)
    return signed_in.to(_stood_on(event))


def _stood_on(event: Mapping[str, Any]) -> str:
    """The page with the form, as it is read in the language of the session; of what answered a
    form, the room it is in."""
    named = request.values(event).get("here", "")
    path, _, query = (named if is_ours(named) else signed_in.back(event)).partition("?")
    said = [pair for pair in parse_qsl(query) if pair[0] not in OF_ONE_READING]
    return with_query(ACCOUNT if path == "/" else path, **dict(said))


@router.post("/account/sign-out-everywhere")
def leave_everywhere() -> Response[str]:
    Sessions(table()).close_all(signed_in.session(router).person)
    return signed_in.to(OUT, signed_in.no_cookie())


@router.post("/sign-out")
def leave() -> Response[str]:
    Sessions(table()).close(signed_in.session(router))
    return signed_in.to(OUT, signed_in.no_cookie())
