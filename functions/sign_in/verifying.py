"""/sign-in/verification: the code is typed, and opens a session."""

from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.sign_in import flow
from functions.sign_in.asking import accepted
from functions.sign_in.room import VERIFY, asked_for, next_step, outside, said
from shared import clock, people, request, signed_in, web
from shared.contracts.sign_in import CodeGiven, ResendRequest, SignedIn
from shared.contracts.wire import parse
from shared.domain.errors import (
    AlreadyDone,
    CodeExpired,
    CodeInvalid,
    InvalidRequest,
    NotFound,
    ResendLimit,
)
from shared.domain.session import Session
from shared.mint import key_digest, session_token
from shared.observe import tick
from shared.pages import mistakes
from shared.rooms import routes
from shared.table.seats import Seats
from shared.table.sessions import Sessions
from shared.table.sign_ins import SignIns
from shared.wires import pepper, table

router = routes()
OVER: Final = 410


@router.get("/sign-in/verification")
def asked() -> Response[str]:
    event: dict[str, Any] = router.current_event.raw_event
    return _page(event, asked_for(event, "sign_in_id"), resent=bool(asked_for(event, "resent")))


@router.post("/sign-in/verification")
def verify() -> Response[str]:
    event: dict[str, Any] = router.current_event.raw_event
    typed = request.values(event)
    try:
        given, token = parse(CodeGiven, typed), session_token()
        session, back = _enter(event, given, token)
    except (CodeExpired, CodeInvalid, InvalidRequest, NotFound) as error:
        if request.prefers_json(event):
            raise
        return _wrong(event, typed, error)
    tick("SignedIn")
    return _signed_in(event, session, token, next_step(session, back))


def _enter(event: dict[str, Any], given: CodeGiven, token: str) -> tuple[Session, str | None]:
    session, sign_in = flow.enter(
        given.sign_in_id,
        given.code,
        key_digest(token),
        people.locale_of(event),
        sign_ins=SignIns(table()),
        seats=Seats(table()),
        sessions=Sessions(table()),
        secrecy=pepper(),
        now=clock.now(),
    )
    return session, sign_in.back


def _signed_in(event: dict[str, Any], session: Session, token: str, where: str) -> Response[str]:
    cookie = signed_in.cookie(session.person, token)
    if request.prefers_json(event):
        body = SignedIn(next=where).model_dump_json()
        return Response(200, request.JSON, body, headers=web.SAFE, cookies=[cookie])
    return signed_in.to(where, cookie)


@router.post("/sign-in/verification/resend")
def resend() -> Response[str]:
    event: dict[str, Any] = router.current_event.raw_event
    wanted = parse(ResendRequest, request.values(event))
    try:
        flow.resend(wanted.sign_in_id, sign_ins=SignIns(table()), now=clock.now())
    except AlreadyDone:
        pass  # another code is on its way already
    except (CodeExpired, NotFound, ResendLimit) as error:
        if request.prefers_json(event):
            raise
        if isinstance(error, ResendLimit):
            return _page(event, wanted.sign_in_id, status=429, no_more=True)
        return _over(event)
    return accepted(event, wanted.sign_in_id, resent="1")


def _wrong(event: dict[str, Any], typed: Any, error: Exception) -> Response[str]:
    """What to do; after the fifth wrong code, to ask for another."""
    sign_in_id = str(typed.get("sign_in_id") or "")
    left = error.tries_left if isinstance(error, CodeInvalid) else None
    if isinstance(error, CodeExpired | NotFound) or left == 0:
        return _over(event)
    code = "code_malformed" if left is None else "code_invalid"
    wrong = mistakes.of_code(code, left, said(people.locale_of(event), "code")["errors"])
    return _page(event, sign_in_id, status=422, mistakes=wrong)


def _page(
    event: dict[str, Any],
    sign_in_id: str,
    *,
    status: int = 200,
    resent: bool = False,
    no_more: bool = False,
    **values: Any,
) -> Response[str]:
    told: dict[str, Any] = {"sign_in_id": sign_in_id, "resent": resent, "no_more": no_more}
    told |= values
    return outside(event, "code", VERIFY, status=status, query={"sign_in_id": sign_in_id}, **told)


def _over(event: dict[str, Any]) -> Response[str]:
    """Used, too late, or tried too often: the same for every address."""
    return outside(event, "over", signed_in.SIGN_IN, status=OVER)
