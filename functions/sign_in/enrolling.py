"""A new device: its secret as a picture, and its first code."""

from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.sign_in import device, second_flow
from functions.sign_in.room import back_of, outside
from functions.sign_in.second_page import mistakes_of, second_page
from shared import clock, people, signed_in
from shared.contracts.sign_in import SecondCodeGiven
from shared.contracts.wire import parse
from shared.domain.errors import AlreadyDone, CodeInvalid, InvalidRequest, NotSealed
from shared.domain.seating import way
from shared.domain.second_factor import PURPOSE, RECOVERY_CODES
from shared.domain.session import Session
from shared.mint import recovery_code
from shared.observe import tick
from shared.table.members import Members
from shared.table.second_factors import SecondFactors
from shared.table.sessions import Sessions
from shared.wires import pepper, sealed, table


def enrol(event: dict[str, Any], session: Session, typed: Any) -> Response[str]:
    codes = [recovery_code() for _ in range(RECOVERY_CODES)]
    try:
        asked = parse(SecondCodeGiven, typed)
        second_flow.enrol(
            session,
            asked.sealed or "",
            asked.code,
            codes,
            factors=SecondFactors(table()),
            sessions=Sessions(table()),
            sealed=sealed(),
            secrecy=pepper(),
            step_of=device.step_of,
            now=clock.now(),
        )
    except (CodeInvalid, InvalidRequest) as error:
        return enrol_page(event, session, str(typed["sealed"]), error)
    except NotSealed:
        return enrol_page(event, session)
    except AlreadyDone:
        return signed_in.to(signed_in.SECOND)
    tick("SecondFactorEnrolled")
    assert session.seat is not None
    onward = way(session.seat, back_of(event))
    return outside(event, "codes", onward, session=session, codes=codes, onward=onward)


def enrol_page(
    event: dict[str, Any],
    session: Session,
    kept: str = "",
    error: CodeInvalid | InvalidRequest | None = None,
) -> Response[str]:
    """A new secret each time it is opened; after a mistake the same one again."""
    try:
        secret = sealed().unseal(kept, PURPOSE, session.person) if kept else device.new_secret()
    except NotSealed:
        return enrol_page(event, session)
    member = Members(table()).find(session.person)
    email, issuer = member.email if member else "", people.agency().name
    told = {
        "sealed": kept or sealed().seal(secret, PURPOSE, session.person),
        "picture": device.picture(secret, email, issuer),
        "address": device.address(secret, email, issuer),
        "secret": device.in_fours(secret),
        "mistakes": mistakes_of(event, session, "enrol", error),
    }
    return second_page(event, session, "enrol", error is not None, told)
