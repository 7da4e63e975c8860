from typing import Annotated, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.agency import judging
from shared import programs
from shared.acts import act, asking, said
from shared.contracts.review import (
    Evidence,
    RefuseRequest,
    ReviewAnswer,
    ReviewPage,
    VerdictAnswer,
)
from shared.domain.ids import RegistrationId
from shared.domain.review import Review
from shared.pages.signals import label
from shared.table.reviews import Reviews
from shared.wires import table

router = programs.routes()


def _answer(review: Review) -> ReviewAnswer:
    seen = review.registration.signals
    signals = [Evidence(signal=s, ja=label(s, "ja"), en=label(s, "en")) for s in seen]
    return ReviewAnswer.of(review, signals)


@router.get("/v1/agency/registrations", summary="Registrations that wait for a verdict")
def page(
    state: Annotated[Literal["held"], Query()] = "held",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[str, Query()] = "",
) -> Response[ReviewPage]:
    asking(router, "agency:read")
    found, following = Reviews(table()).held(limit=limit, after=programs.after(cursor, "{"))
    items = [_answer(review) for review in found]
    return said(ReviewPage(items=items, next_cursor=programs.cursor(following)))


@router.get("/v1/agency/registrations/<registration_id>", summary="One registration, as typed")
def one(registration_id: str) -> Response[ReviewAnswer]:
    asking(router, "agency:read")
    return said(_answer(Reviews(table()).find(RegistrationId(registration_id))))


@router.post("/v1/agency/registrations/<registration_id>/accept", summary="A held one counts")
def accept(registration_id: str) -> Response[VerdictAnswer]:
    """Now, or once its hold period is over; where its person counted meanwhile, not at all."""
    doing = act(router, "agency:write")
    return doing.said(judging.accept(doing, RegistrationId(registration_id)))


@router.post(
    "/v1/agency/registrations/<registration_id>/refuse", summary="A held one does not count"
)
def refuse(
    registration_id: str, asked: Annotated[RefuseRequest, Body()]
) -> Response[VerdictAnswer]:
    doing = act(router, "agency:write")
    return doing.said(judging.refuse(doing, RegistrationId(registration_id), asked.reason))
