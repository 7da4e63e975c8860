from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.place import looking_after
from shared import programs
from shared.acts import act
from shared.contracts.candidate_desk import CandidateDone, LeavingRequest
from shared.domain.ids import CandidateId

router = programs.routes()


@router.post("/v1/agency/candidates/<candidate_id>/withdrawal", summary="They want no support now")
def withdraw(
    candidate_id: str, asked: Annotated[LeavingRequest | None, Body()] = None
) -> Response[CandidateDone]:
    doing, why = act(router, "agency:write"), asked.reason if asked else None
    return doing.said(looking_after.withdraw(doing, CandidateId(candidate_id), why))


@router.post("/v1/agency/candidates/<candidate_id>/erasure", summary="They are to be forgotten")
def erase(
    candidate_id: str, asked: Annotated[LeavingRequest | None, Body()] = None
) -> Response[CandidateDone]:
    doing, why = act(router, "agency:write"), asked.reason if asked else None
    return doing.said(looking_after.erase(doing, CandidateId(candidate_id), why))
