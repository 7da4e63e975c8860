"""A device somebody has: a code of it, or a recovery code."""

from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.sign_in import device, second_flow
from functions.sign_in.room import back_of
from functions.sign_in.second_page import mistakes_of, second_page
from shared import clock, signed_in
from shared.contracts.sign_in import SecondCodeGiven
from shared.contracts.wire import parse
from shared.domain.errors import CodeInvalid, InvalidRequest, NotFound, TooManyRequests
from shared.domain.seating import way
from shared.domain.session import Session
from shared.observe import tick
from shared.table.second_factors import SecondFactors
from shared.table.sessions import Sessions
from shared.wires import pepper, sealed, table


def prove(event: dict[str, Any], session: Session, typed: Any) -> Response[str]:
    try:
        second_flow.prove(
            session,
            parse(SecondCodeGiven, typed).code,
            factors=SecondFactors(table()),
            sessions=Sessions(table()),
            sealed=sealed(),
            secrecy=pepper(),
            step_of=device.step_of,
            now=clock.now(),
        )
    except (CodeInvalid, InvalidRequest, TooManyRequests) as error:
        return prove_page(event, session, error)
    except NotFound:
        return signed_in.to(signed_in.SECOND)
    tick("SecondFactorGiven")
    return signed_in.to(way(session.seat, back_of(event)) if session.seat else "/")


def prove_page(
    event: dict[str, Any],
    session: Session,
    error: CodeInvalid | InvalidRequest | TooManyRequests | None = None,
) -> Response[str]:
    told = {"mistakes": mistakes_of(event, session, "second", error)}
    late = isinstance(error, TooManyRequests)
    return second_page(event, session, "second", error is not None, told, 429 if late else 422)
