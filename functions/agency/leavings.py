from datetime import UTC, datetime
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.agency.candidates import done, reply
from functions.agency.desk import asking, once
from shared import leaving, programs
from shared.contracts.candidate_desk import CandidateDone, LeavingRequest
from shared.domain.ids import CandidateId
from shared.table.candidate_files import CandidateFiles
from shared.wires import table

router = programs.routes()


@router.post("/v1/agency/candidates/<candidate_id>/withdrawal", summary="They want no support now")
def withdraw(
    candidate_id: str, asked: Annotated[LeavingRequest | None, Body()] = None
) -> Response[CandidateDone]:
    caller = asking(router, "agency:write")
    file = leaving.withdraw(
        CandidateId(candidate_id),
        by=caller.who,
        why=asked.reason if asked else None,
        files=CandidateFiles(table()),
        now=datetime.now(UTC),
        once=once(router, caller),
        reply=reply,
    )
    return done(file)


@router.post("/v1/agency/candidates/<candidate_id>/erasure", summary="They are to be forgotten")
def erase(
    candidate_id: str, asked: Annotated[LeavingRequest | None, Body()] = None
) -> Response[CandidateDone]:
    caller = asking(router, "agency:write")
    file = leaving.begin_erasure(
        CandidateId(candidate_id),
        by=caller.who,
        why=asked.reason if asked else None,
        files=CandidateFiles(table()),
        now=datetime.now(UTC),
        once=once(router, caller),
        reply=reply,
    )
    return done(file)
