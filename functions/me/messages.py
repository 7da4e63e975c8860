from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.me import told
from functions.me.room import back, event, locale, me, routes, shown
from shared import clock, replying, request
from shared.contracts.message import MessageTyped
from shared.contracts.wire import parse
from shared.domain.errors import InvalidRequest
from shared.domain.message import LONGEST
from shared.mint import mint
from shared.table.candidate_files import CandidateFiles
from shared.table.threads import Threads
from shared.wires import programme, table

router = routes()


@router.get("/me/messages")
def read() -> Response[str]:
    return _page()


@router.post("/me/messages")
def reply() -> Response[str]:
    typed = request.values(event(router))
    text = typed.get("text") if isinstance(typed, dict) else None
    try:
        said = parse(MessageTyped, {"text": text}).text
    except InvalidRequest as error:
        return _page(text if isinstance(text, str) else "", error.fields.get("text", "malformed"))
    now = clock.now()
    replying.reply(
        me(router),
        mint("msg", now),
        said,
        files=CandidateFiles(table()),
        threads=Threads(table()),
        programme=programme(),
        now=now,
    )
    return back(router, "/me/messages", "sent")


def _page(text: str = "", wrong: str | None = None) -> Response[str]:
    file = CandidateFiles(table()).find(me(router))
    file.check_there()
    newest, _ = Threads(table()).newest(file.candidate_id)
    values: dict[str, Any] = {
        "messages": [told.message(one, locale(router)) for one in reversed(newest)],
        "is_open": file.is_open,
        "text": text,
        "longest": LONGEST,
        "mistakes": {"text": wrong} if wrong else {},
    }
    return shown(router, "messages", values, status=422 if wrong else 200)
