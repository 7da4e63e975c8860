from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.place.candidates import written
from shared import leaving, programs
from shared.acts import act
from shared.contracts.candidate_desk import CandidateDone, LeavingRequest
from shared.domain.ids import CandidateId
from shared.table.candidate_files import CandidateFiles
from shared.wires import table

router = programs.routes()


@router.post("/v1/agency/candidates/<candidate_id>/withdrawal", summary="They want no support now")
def withdraw(
    candidate_id: str, asked: Annotated[LeavingRequest | None, Body()] = None
) -> Response[CandidateDone]:
    doing = act(router, "agency:write")
    with doing.answering():
        file = leaving.withdraw(
            CandidateId(candidate_id),
            by=doing.who,
            why=asked.reason if asked else None,
            files=CandidateFiles(table()),
            now=doing.now,
            written=written(doing, "withdrawal", candidate_id),
        )
    return doing.said(CandidateDone.of(file))


@router.post("/v1/agency/candidates/<candidate_id>/erasure", summary="They are to be forgotten")
def erase(
    candidate_id: str, asked: Annotated[LeavingRequest | None, Body()] = None
) -> Response[CandidateDone]:
    doing = act(router, "agency:write")
    with doing.answering():
        file = leaving.begin_erasure(
            CandidateId(candidate_id),
            by=doing.who,
            why=asked.reason if asked else None,
            files=CandidateFiles(table()),
            now=doing.now,
            written=written(doing, "erasure", candidate_id),
        )
    return doing.said(CandidateDone.of(file))
