"""/account: where somebody is signed in, in which language; and the ways out."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.sign_in.room import PAGES, routes
from shared import clock, people, request, signed_in
from shared.contracts.sign_in import LocaleChosen
from shared.contracts.wire import parse
from shared.domain.ids import CompanyId
from shared.domain.locale import Locale
from shared.domain.seat import Kind, Seat
from shared.domain.seating import ACCOUNT, HOME
from shared.domain.session import Session
from shared.pages.inside import Reader, Room
from shared.pages.when import moment
from shared.table.companies import Companies
from shared.table.sessions import Sessions
from shared.wires import pepper, table

router = routes()
OUT: Final = f"{signed_in.SIGN_IN}?out=1"
ROOMS: Final = {kind: Room(PAGES, ((HOME[kind], kind), (ACCOUNT, "account"))) for kind in Kind}


@router.get(ACCOUNT)
def account() -> Response[str]:
    event: Mapping[str, Any] = router.current_event.raw_event
    session, seat = signed_in.session(router), signed_in.seat(router)
    locale = signed_in.locale_of(event, session)
    reader = Reader(locale, ACCOUNT, _place(seat, locale), pepper().form_word(session.digest))
    found = Sessions(table()).all(session.person, clock.now())
    told = {
        "sessions": [_told(one, session, locale) for one in found],
        "several": len(session.seats) > 1,
        "chosen": session.locale,
    }
    return people.html(200, ROOMS[seat.kind].page("account", reader, **told), signed_in.HEADERS)


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
    return signed_in.to(ACCOUNT)


@router.post("/account/sign-out-everywhere")
def leave_everywhere() -> Response[str]:
    Sessions(table()).close_all(signed_in.session(router).person)
    return signed_in.to(OUT, signed_in.no_cookie())


@router.post("/sign-out")
def leave() -> Response[str]:
    Sessions(table()).close(signed_in.session(router))
    return signed_in.to(OUT, signed_in.no_cookie())
