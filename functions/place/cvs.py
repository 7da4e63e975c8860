from functools import cache
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.place.opening import CV, opened
from shared import clock, cv_keeping, mint, programs
from shared.acts import Act, act, asking, said
from shared.aws import clients
from shared.aws.cvs import Cvs
from shared.contracts.cv import CvAnswer, CvRequest, CvView, OfferAnswer
from shared.cv.judge import Reading
from shared.domain.access import Caller
from shared.domain.cv import Cv, View
from shared.domain.ids import CandidateId, CvId
from shared.retry import retry_on_conflict
from shared.settings import CV_BUCKET, setting
from shared.table.cv_parts import CvParts
from shared.wires import table

router = programs.routes()


def bucket() -> str:
    return setting(CV_BUCKET)


@cache
def cvs() -> Cvs:
    """Not at start: who asks for something else need not wait for S3's client."""
    return Cvs(bucket(), clients.s3())


@router.post(
    "/v1/agency/candidates/<candidate_id>/cv", status_code=201, summary="A form to send a CV by"
)
def offer(candidate_id: str, asked: Annotated[CvRequest, Body()]) -> Response[OfferAnswer]:
    doing, named = act(router, "agency:write"), CandidateId(candidate_id)
    CvParts(table()).find(named)
    cv_id = CvId(mint.mint("cv", doing.now))
    answer = OfferAnswer.of(cv_id, cvs().offer(named, cv_id, asked.media_type, doing.now))
    with doing.answering():
        retry_on_conflict(doing.table("cv.offer", candidate_id, answer, 201, cv_id=cv_id).commit)()
    return doing.said(answer, 201)


@router.post(
    "/v1/agency/candidates/<candidate_id>/cv/<cv_id>/received",
    summary="The CV was sent: look at it, keep it or say why not",
)
def received(candidate_id: str, cv_id: str) -> Response[CvAnswer]:
    doing = act(router, "agency:write")
    return doing.said(keep(doing, CandidateId(candidate_id), CvId(cv_id)))


def keep(doing: Act, candidate_id: CandidateId, cv_id: CvId) -> CvAnswer:
    """By a key or by hand. Raises CandidateNotFound, CvNotFound, CvRefused."""
    with doing.answering():
        cv = cv_keeping.receive(
            candidate_id,
            cv_id,
            now=doing.now,
            reading=Reading(),
            cvs=cvs(),
            candidates=CvParts(table()),
            written=doing.written(CvParts, "cv.receive", candidate_id, CvAnswer.of),
        )
    return CvAnswer.of(cv)


@router.get("/v1/agency/candidates/<candidate_id>/cv", summary="The CV, to save within minutes")
def show(candidate_id: str) -> Response[CvView]:
    cv, view = look(asking(router, "agency:read"), CandidateId(candidate_id))
    return said(CvView.of(cv, view))


def look(caller: Caller, candidate_id: CandidateId) -> tuple[Cv, View]:
    """By a key or by hand. Raises CandidateNotFound, CvNotFound."""
    found = cv_keeping.show(candidate_id, now=clock.now(), cvs=cvs(), candidates=CvParts(table()))
    opened(caller, candidate_id, CV)
    return found
