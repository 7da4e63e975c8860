from datetime import UTC, datetime
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.agency import messages_flow, shown
from functions.agency.desk import asking, once
from shared import programs, request, web
from shared.contracts.candidate_desk import ThreadPage
from shared.contracts.message import MessageRequest, MessageTaken
from shared.domain.forbidden import seems_to_hold
from shared.domain.ids import CandidateId
from shared.domain.once import Reply
from shared.mint import mint
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from shared.table.threads import Threads
from shared.wires import table

router = programs.routes()


@router.post(
    "/v1/agency/candidates/<candidate_id>/messages",
    status_code=201,
    summary="Write to a candidate; a mail tells them, without the text",
)
def leave(candidate_id: str, asked: Annotated[MessageRequest, Body()]) -> Response[MessageTaken]:
    caller = asking(router, "agency:write")
    now = datetime.now(UTC)
    warnings = list(seems_to_hold(asked.text))
    answer = MessageTaken(candidate_id=candidate_id, message_id=mint("msg", now), warnings=warnings)
    messages_flow.leave(
        CandidateId(candidate_id),
        answer.message_id,
        asked.text,
        by=caller.who,
        origin=request.origin(router.current_event.raw_event),
        files=CandidateFiles(table()),
        threads=Threads(table()),
        now=now,
        once=once(router, caller),
        reply=Reply(201, answer.model_dump_json()),
    )
    return Response(201, request.JSON, answer, headers=web.SAFE)


@router.get("/v1/agency/candidates/<candidate_id>/messages", summary="The thread, newest first")
def thread(
    candidate_id: str,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[str, Query()] = "",
) -> Response[ThreadPage]:
    asking(router, "agency:read")
    file = CandidateFiles(table()).find(CandidateId(candidate_id))
    start = programs.after(cursor, keys.THREAD_PREFIX)
    found = Threads(table()).newest(file.candidate_id, limit=limit, after=start)
    return Response(200, request.JSON, shown.thread(*found), headers=web.SAFE)
