"""Who has several seats takes one; whose company is not let in yet reads what happens next."""

from dataclasses import replace
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.sign_in.room import WAITING, back_of, next_step, outside
from shared import people, request, signed_in
from shared.contracts.sign_in import SeatChosen
from shared.contracts.wire import parse
from shared.domain.company import CompanyState
from shared.domain.errors import InvalidRequest
from shared.domain.seat import Kind, Seat
from shared.domain.seating import Place
from shared.domain.session import Session
from shared.pages.catalogue import isolated
from shared.rooms import routes
from shared.table.seats import Seats
from shared.table.sessions import Sessions
from shared.wires import table

router = routes()
SHUT: Final = frozenset({CompanyState.PENDING_REVIEW, CompanyState.REFUSED})


@router.get(signed_in.CHOOSE)
def choices() -> Response[str]:
    session = signed_in.session(router)
    if not session.seats:
        return signed_in.to(WAITING)
    return _page(session)


def _page(session: Session, status: int = 200) -> Response[str]:
    event: dict[str, Any] = router.current_event.raw_event
    named = {place.seat.of: place for place in Seats(table()).at_companies(session.person)}
    locale, back = signed_in.locale_of(event, session), back_of(event)
    seats = [
        {
            "n": n,
            "name": _name(seat, named.get(seat.of)),
            "kind": seat.kind,
            "role": seat.role or "",
        }
        for n, seat in enumerate(session.seats)
    ]
    told = {"seats": seats, "chosen": _number(session), "agency_name": _agency(locale)}
    query = {"back": back}
    return outside(
        event, "seat", signed_in.CHOOSE, session=session, status=status, query=query, **told
    )


def _number(session: Session) -> int | None:
    return session.seats.index(session.seat) if session.seat in session.seats else None


def _name(seat: Seat, place: Place | None) -> str:
    company = place.company if place else None
    return isolated(company.name if company else seat.of) if seat.kind is Kind.COMPANY else ""


def _agency(locale: Any) -> str:
    return people.agency().name_in(locale)


@router.post(signed_in.CHOOSE)
def choose() -> Response[str]:
    event: dict[str, Any] = router.current_event.raw_event
    session = signed_in.session(router)
    try:
        number = parse(SeatChosen, request.values(event)).seat
        seat = session.seats[number]
    except (InvalidRequest, IndexError):
        return _page(session, 422)
    Sessions(table()).sit(session, seat)
    return signed_in.to(next_step(replace(session, seat=seat), back_of(event)))


@router.get(WAITING)
def waiting() -> Response[str]:
    """A company asked to take part: who looks at it, and what comes then."""
    event: dict[str, Any] = router.current_event.raw_event
    session = signed_in.session(router)
    shown = [
        {"name": isolated(place.company.name), "state": _shown(place.company.state)}
        for place in Seats(table()).at_companies(session.person)
        if place.company
    ]
    return outside(event, "waiting", WAITING, session=session, companies=shown)


def _shown(state: CompanyState) -> str:
    return str(state) if state in SHUT else "open"
