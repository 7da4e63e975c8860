from collections.abc import Sequence
from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.answer import messages_flow
from shared import clock, people, programs, request, web
from shared.contracts.message import MessageTyped
from shared.contracts.wire import parse
from shared.domain.errors import InvalidRequest
from shared.domain.message import Message
from shared.mint import mint
from shared.observe import tick
from shared.pages.thread import thread
from shared.table.candidate_files import CandidateFiles
from shared.table.threads import Threads
from shared.wires import pepper, programme, table

router = programs.routes()


def _opened(token: str) -> Sequence[Message]:
    _, messages = messages_flow.opened(
        token,
        files=CandidateFiles(table()),
        threads=Threads(table()),
        secrecy=pepper(),
        now=clock.now(),
    )
    return messages


@router.route("/messages/<token>", method=["GET", "HEAD"])
def read(token: str) -> Response[str]:
    event: dict[str, Any] = router.current_event.raw_event
    query = request.query(event)
    document = thread(
        locale=people.locale_of(event),
        token=token,
        agency=people.agency(),
        messages=_opened(token),
        sent="sent" in query,
    )
    head = event["requestContext"]["http"]["method"] == "HEAD"
    return people.html(200, "" if head else document)


@router.post("/messages/<token>")
def reply(token: str) -> Response[str]:
    """Who holds the link writes: nothing else speaks for them, so nothing can be forged."""
    event: dict[str, Any] = router.current_event.raw_event
    typed = request.values(event)
    try:
        text = parse(MessageTyped, typed).text
    except InvalidRequest as error:
        return _again(event, token, typed, error)
    now = clock.now()
    new = messages_flow.reply(
        token,
        mint("msg", now),
        text,
        files=CandidateFiles(table()),
        threads=Threads(table()),
        secrecy=pepper(),
        programme=programme(),
        now=now,
    )
    tick("ReplyTaken" if new else "ReplyRepeated")
    where = f"/messages/{token}?lang={people.locale_of(event)}&sent=1"
    return Response(303, "text/plain", "", headers={**web.SAFE, "Location": where})


def _again(event: dict[str, Any], token: str, typed: Any, error: InvalidRequest) -> Response[str]:
    said = typed.get("text") if isinstance(typed, dict) else None
    document = thread(
        locale=people.locale_of(event),
        token=token,
        agency=people.agency(),
        messages=_opened(token),
        text=said if isinstance(said, str) else "",
        error=error.fields.get("text", "malformed"),
    )
    return people.html(422, document)
