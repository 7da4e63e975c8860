from typing import Annotated, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.agency import adjusting
from shared import programs
from shared.acts import act, asking, said
from shared.contracts.adjustment import (
    AdjustmentAnswer,
    AdjustmentPage,
    AdjustmentRequest,
    AdjustmentStanding,
)
from shared.domain.ids import CompanyId
from shared.table.adjustments import Adjustments
from shared.table.members import Members
from shared.wires import table

router = programs.routes()


@router.post(
    "/v1/agency/companies/<company_id>/adjustments",
    status_code=201,
    summary="Propose to give or take a credit; somebody else approves",
)
def propose(
    company_id: str, asked: Annotated[AdjustmentRequest, Body()]
) -> Response[AdjustmentAnswer]:
    doing = act(router, "agency:write")
    return doing.said(adjusting.propose(doing, CompanyId(company_id), asked), 201)


@router.get("/v1/agency/adjustments", summary="Adjustments that wait for another's approval")
def page(
    state: Annotated[Literal["proposed"], Query()] = "proposed",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[str, Query()] = "",
) -> Response[AdjustmentPage]:
    asking(router, "agency:read")
    start = programs.after(cursor, "{")
    found, following = Adjustments(table()).proposed(limit=limit, after=start)
    names = Members(table()).names()
    items = [AdjustmentAnswer.of(one, names.get(one.proposed_by)) for one in found]
    return said(AdjustmentPage(items=items, next_cursor=programs.cursor(following)))


@router.post("/v1/agency/adjustments/<adjustment_id>/approve", summary="The credit moves")
def approve(adjustment_id: str) -> Response[AdjustmentStanding]:
    doing = act(router, "agency:manage")
    return doing.said(adjusting.approve(doing, adjustment_id))


@router.post("/v1/agency/adjustments/<adjustment_id>/reject", summary="Nothing moves")
def reject(adjustment_id: str) -> Response[AdjustmentStanding]:
    doing = act(router, "agency:manage")
    return doing.said(adjusting.reject(doing, adjustment_id))
