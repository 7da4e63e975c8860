"""/sign-in: an address is asked for, and a code is sent to it."""

from datetime import datetime
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.sign_in import flow
from functions.sign_in.room import VERIFY, asked_for, back_of, outside, said, with_query
from shared import clock, people, request, signed_in, web
from shared.contracts.sign_in import SignInAccepted, SignInRequest
from shared.contracts.wire import parse
from shared.domain.errors import InvalidRequest
from shared.mint import mint
from shared.observe import tick
from shared.rooms import routes
from shared.table.sign_ins import SignIns
from shared.wires import pepper, table

router = routes()
WHY: Final = ("out", "ended")
"""Why somebody meets the page again, as its address says."""


@router.get("/sign-in")
def asked() -> Response[str]:
    event: dict[str, Any] = router.current_event.raw_event
    back = back_of(event)
    said = next((why for why in WHY if asked_for(event, why)), "back" if back else "")
    return outside(event, "ask", signed_in.SIGN_IN, query={"back": back}, back=back, why=said)


@router.post("/sign-in")
def ask() -> Response[str]:
    event: dict[str, Any] = router.current_event.raw_event
    typed, now = request.values(event), clock.now()
    try:
        wanted = parse(SignInRequest, typed)
    except InvalidRequest as error:
        if request.prefers_json(event):
            raise
        return _again(event, typed, error)
    sign_in_id = mint("sin", now)
    flow.ask(
        sign_in_id,
        wanted.email,
        pepper().person(wanted.email),
        visitor=visitor(event, now),
        back=wanted.back,
        locale=people.locale_of(event),
        sign_ins=SignIns(table()),
        now=now,
    )
    tick("SignInAsked")
    return accepted(event, sign_in_id)


def accepted(event: dict[str, Any], sign_in_id: str, **more: str) -> Response[str]:
    """A code is on its way, the first or another; or none, and nobody learns which."""
    if request.prefers_json(event):
        body = SignInAccepted(sign_in_id=sign_in_id).model_dump_json()
        return Response(202, request.JSON, body, headers=web.SAFE)
    lang = people.locale_of(event)
    return signed_in.to(with_query(VERIFY, sign_in_id=sign_in_id, lang=lang, **more))


def visitor(event: dict[str, Any], now: datetime) -> str:
    return pepper().visitor(request.visitor_address(event), f"{now:%Y-%m-%d}")


def _again(event: dict[str, Any], typed: Any, error: InvalidRequest) -> Response[str]:
    values = {k: v for k, v in typed.items() if isinstance(v, str)}
    wrong = said(people.locale_of(event), "ask")["errors"]
    code = error.fields.get("email", "")
    mistakes = {"email": wrong.get(code, wrong["malformed"])} if code else {}
    return outside(
        event,
        "ask",
        signed_in.SIGN_IN,
        status=422,
        query={"back": values.get("back", "")},
        values=values,
        mistakes=mistakes,
        why="",
        back=values.get("back", ""),
    )
