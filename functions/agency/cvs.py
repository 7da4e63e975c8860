from datetime import UTC, datetime
from functools import cache
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.agency import cv_flow
from shared import mint, programs, request, web
from shared.aws import clients
from shared.aws.cvs import Cvs
from shared.contracts.cv import CvAnswer, CvRequest, CvView, OfferAnswer
from shared.cv.judge import Reading
from shared.domain.access import Caller
from shared.domain.cv import Cv
from shared.domain.ids import CandidateId, CvId
from shared.domain.once import Once, Reply
from shared.settings import CV_BUCKET, setting
from shared.table.answers import Answers
from shared.table.cv_parts import CvParts
from shared.wires import table

router = programs.routes()


def bucket() -> str:
    return setting(CV_BUCKET)


@cache
def cvs() -> Cvs:
    """Not at start: who asks for something else need not wait for S3's client."""
    return Cvs(bucket(), clients.s3())


def _may(scope: str) -> Once | None:
    """What the caller said its request is; refused without the scope."""
    asking: Caller = router.context["caller"]
    asking.check(scope)
    return programs.once(router.current_event.raw_event, asking.key_id)


@router.post(
    "/v1/agency/candidates/<candidate_id>/cv", status_code=201, summary="A form to send a CV by"
)
def offer(candidate_id: str, asked: Annotated[CvRequest, Body()]) -> Response[OfferAnswer]:
    once, now = _may("agency:write"), datetime.now(UTC)
    cv_id = cv_flow.promise(
        CandidateId(candidate_id),
        CvId(mint.mint("cv", now)),
        once=once,
        candidates=CvParts(table()),
        answers=Answers(table()),
    )
    form = cvs().offer(CandidateId(candidate_id), cv_id, asked.media_type, now)
    return Response(201, request.JSON, OfferAnswer.of(cv_id, form), headers=web.SAFE)


@router.post(
    "/v1/agency/candidates/<candidate_id>/cv/<cv_id>/received",
    summary="The CV was sent: look at it, keep it or say why not",
)
def received(candidate_id: str, cv_id: str) -> Response[CvAnswer]:
    once = _may("agency:write")
    cv = cv_flow.receive(
        CandidateId(candidate_id),
        CvId(cv_id),
        now=datetime.now(UTC),
        once=once,
        reply=_reply,
        reading=Reading(),
        cvs=cvs(),
        candidates=CvParts(table()),
    )
    return Response(200, request.JSON, CvAnswer.of(cv), headers=web.SAFE)


def _reply(cv: Cv) -> Reply:
    return Reply(200, CvAnswer.of(cv).model_dump_json())


@router.get("/v1/agency/candidates/<candidate_id>/cv", summary="The CV, to save within minutes")
def show(candidate_id: str) -> Response[CvView]:
    _may("agency:read")
    cv, view = cv_flow.show(
        CandidateId(candidate_id),
        now=datetime.now(UTC),
        cvs=cvs(),
        candidates=CvParts(table()),
    )
    return Response(200, request.JSON, CvView.of(cv, view), headers=web.SAFE)
