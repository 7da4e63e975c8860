"""/sign-in/second: the agency's people prove themselves with a device of theirs."""

from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.sign_in.enrolling import enrol, enrol_page
from functions.sign_in.proving import prove, prove_page
from functions.sign_in.room import back_of, next_step
from shared import request, signed_in
from shared.domain.errors import NotFound
from shared.domain.session import Session
from shared.rooms import routes
from shared.table.second_factors import SecondFactors
from shared.wires import table

router = routes()


@router.get(signed_in.SECOND)
def asked() -> Response[str]:
    event: dict[str, Any] = router.current_event.raw_event
    session = signed_in.session(router)
    if not _is_due(session):
        return signed_in.to(next_step(session, back_of(event)))
    return prove_page(event, session) if _is_enrolled(session) else enrol_page(event, session)


@router.post(signed_in.SECOND)
def given() -> Response[str]:
    event: dict[str, Any] = router.current_event.raw_event
    session, typed = signed_in.session(router), request.values(event)
    if not _is_due(session):
        return signed_in.to(next_step(session, back_of(event)))
    if typed.get("sealed"):
        return enrol(event, session, typed)
    return prove(event, session, typed)


def _is_due(session: Session) -> bool:
    return bool(session.seat and session.seat.needs_second_factor and not session.proved)


def _is_enrolled(session: Session) -> bool:
    try:
        SecondFactors(table()).find(session.person)
    except NotFound:
        return False
    return True
