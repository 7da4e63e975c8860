from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.agency import reversing
from shared import programs
from shared.acts import act, asking, said
from shared.contracts.review import (
    MisgivingAnswer,
    MisgivingPage,
    ReverseRequest,
    VerdictAnswer,
)
from shared.domain.ids import RegistrationId
from shared.table.misgivings import Misgivings
from shared.wires import table

router = programs.routes()


@router.post(
    "/v1/agency/registrations/<registration_id>/reverse", summary="Take a counted one back"
)
def reverse(
    registration_id: str, asked: Annotated[ReverseRequest, Body()]
) -> Response[VerdictAnswer]:
    doing = act(router, "agency:write")
    return doing.said(reversing.reverse(doing, RegistrationId(registration_id), asked.reason))


@router.get("/v1/agency/reversals", summary="Counted ones of voided windows, oldest first")
def page(
    limit: Annotated[int, Query(ge=1, le=100)] = 50, cursor: Annotated[str, Query()] = ""
) -> Response[MisgivingPage]:
    asking(router, "agency:read")
    start = programs.after(cursor, "{")
    found, following = Misgivings(table()).waiting(limit=limit, after=start)
    items = [MisgivingAnswer.of(one) for one in found]
    return said(MisgivingPage(items=items, next_cursor=programs.cursor(following)))


@router.post("/v1/agency/reversals/<registration_id>/dismiss", summary="It goes on counting")
def dismiss(registration_id: str) -> Response[VerdictAnswer]:
    doing = act(router, "agency:write")
    return doing.said(reversing.dismiss(doing, RegistrationId(registration_id)))
