from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.place import looking_after, shown
from functions.place.opening import opened
from shared import programs, request
from shared.acts import act, asking, said
from shared.contracts.candidate_desk import ThreadPage
from shared.contracts.message import MessageRequest, MessageTaken
from shared.domain.ids import CandidateId
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
    doing, here = act(router, "agency:write"), request.origin(router.current_event.raw_event)
    return doing.said(looking_after.write(doing, CandidateId(candidate_id), asked.text, here), 201)


@router.get("/v1/agency/candidates/<candidate_id>/messages", summary="The thread, newest first")
def thread(
    candidate_id: str,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[str, Query()] = "",
) -> Response[ThreadPage]:
    caller = asking(router, "agency:read")
    file = CandidateFiles(table()).find(CandidateId(candidate_id))
    opened(caller, file.candidate_id)
    start = programs.after(cursor, keys.THREAD_PREFIX)
    found = Threads(table()).newest(file.candidate_id, limit=limit, after=start)
    return said(shown.thread(*found))
