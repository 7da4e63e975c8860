"""An act of somebody who signed in: as a program's (shared.acts), by a form instead of a key.

What was done is read on a page of its own, so the answer is where to (303). A form's hidden `once`
makes two submits one act; a form that was changed in between is another.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import clock, programs, request, signed_in, web
from shared.acts import Act
from shared.domain.access import Caller
from shared.domain.errors import Answered, InsufficientScope
from shared.domain.millisecond import to_the_millisecond
from shared.domain.once import Once, Reply
from shared.table.answers import Answers
from shared.table.audits import Audits
from shared.wires import table

ONCE: Final = "once"
"""The hidden field that is minted when a form is shown."""
REFUSED: Final = "refused"
"""What the log says of an act that a role does not allow."""


def resolver() -> APIGatewayHttpResolver:
    """Routes of who signed in; what was done before leads where it led then."""
    app = web.resolver(signed_in.refuse)
    app.exception_handler(Answered)(lambda before: signed_in.to(before.reply.body))
    return app


def act(router: APIGatewayHttpRouter, scope: str, then: str) -> Act:
    """
    Args:
        then: the path that shows what was done.

    Raises:
        InsufficientScope: which is in the log.
        Answered: it was done before, and led there.
    """
    event: Mapping[str, Any] = router.current_event.raw_event
    session = signed_in.session(router)
    caller = signed_in.seat(router).caller(session.person, session.session_id)
    now = to_the_millisecond(clock.now())
    _check(Act(caller, now, None), scope, event)
    once = _once(event, caller, now)
    table().replay(once)
    return Act(caller, now, once, then=then)


def act_in_json(router: APIGatewayHttpRouter, scope: str) -> Act:
    """The same, asked in JSON under an Idempotency-Key: answered at once, as a program is.

    Raises:
        InsufficientScope: which is in the log.
        InvalidRequest, Answered, IdempotencyMismatch
    """
    event: dict[str, Any] = router.current_event.raw_event
    caller: Caller = router.context["caller"]
    now = to_the_millisecond(clock.now())
    _check(Act(caller, now, None), scope, event)
    once = programs.once(event, caller.company_id or caller.key_id)
    table().replay(once)
    return Act(caller, now, once)


def _check(tried: Act, scope: str, event: Mapping[str, Any]) -> None:
    """Raises InsufficientScope."""
    try:
        tried.caller.check(scope)
    except InsufficientScope:
        asked = f"{event['requestContext']['http']['method']} {event['rawPath']}"
        note = tried.noted(REFUSED, asked, {"scope": scope})
        table().commit(Audits(table()).note(note))
        raise


def once_of(event: Mapping[str, Any]) -> str:
    """What its form was minted with; empty of one without."""
    said = request.values(event)
    return str(said.get(ONCE) or "") if isinstance(said, dict) else ""


def _once(event: Mapping[str, Any], caller: Caller, now: datetime) -> Once | None:
    word = once_of(event)
    if not word:
        return None
    of, asked = caller.company_id or caller.key_id, request.asked(event)
    return Once.of(of, f"{word}\n{asked}", asked, now)


def over(doing: Act) -> Response[str]:
    """To what was done. Twice is once, also where nothing was left to do.

    Raises:
        Answered: somebody asked at the same time, by the same form.
    """
    assert doing.then
    if not doing.done:
        Answers(table()).keep(doing.once, Reply(303, doing.then))
    return signed_in.to(doing.then)
