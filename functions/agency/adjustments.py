from typing import Annotated, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.agency import adjustments_flow as flow
from shared import mint, programs
from shared.acts import Act, act, asking, said
from shared.contracts.adjustment import (
    AdjustmentAnswer,
    AdjustmentPage,
    AdjustmentRequest,
    AdjustmentStanding,
)
from shared.contracts.wire import midnight
from shared.domain.adjustment import Adjustment, AdjustmentState
from shared.domain.ids import CompanyId
from shared.retry import retry_on_conflict
from shared.table.adjustments import Adjustments
from shared.table.companies import Companies
from shared.table.credits import Credits
from shared.table.members import Members
from shared.wires import programme, table

router = programs.routes()


@router.post(
    "/v1/agency/companies/<company_id>/adjustments",
    status_code=201,
    summary="Propose to give or take a credit; somebody else approves",
)
def propose(
    company_id: str, asked: Annotated[AdjustmentRequest, Body()]
) -> Response[AdjustmentAnswer]:
    doing, named = act(router, "agency:write"), CompanyId(company_id)
    proposed = _proposed(doing, named, asked)
    answer = AdjustmentAnswer.of(proposed, Members(table()).name(doing.who))
    told = {"company_id": company_id, "amount": str(asked.amount)}
    written = doing.table("adjustment.propose", proposed.adjustment_id, answer, 201, **told)
    with doing.answering():
        retry_on_conflict(Adjustments(written).propose)(proposed)
    return doing.said(answer, 201)


def _proposed(doing: Act, company_id: CompanyId, asked: AdjustmentRequest) -> Adjustment:
    """Raises InvalidRequest, CompanyNotFound, CreditNotFound."""
    asked.check()
    Companies(table()).find(company_id)
    lot = None
    if asked.credit_id is not None:
        lot = Adjustments(table()).available(company_id, asked.credit_id)
    return Adjustment(
        mint.mint("adj", doing.now),
        company_id,
        asked.amount,
        asked.reason,
        proposed_by=doing.who,
        proposed_at=doing.now,
        number=lot.number if lot else None,
        credit_id=lot.credit_id if lot else None,
    )


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
    approver = doing.caller.person()
    answer = AdjustmentStanding(adjustment_id=adjustment_id, state=AdjustmentState.APPROVED)
    written = doing.table("adjustment.approve", adjustment_id, answer)
    with doing.answering():
        flow.approve(
            adjustment_id,
            approver,
            mint.mint("crd", midnight(doing.now.date())),
            adjustments=Adjustments(written),
            credits=Credits(table()),
            programme=programme(),
            now=doing.now,
        )
    return doing.said(answer)


@router.post("/v1/agency/adjustments/<adjustment_id>/reject", summary="Nothing moves")
def reject(adjustment_id: str) -> Response[AdjustmentStanding]:
    doing = act(router, "agency:manage")
    answer = AdjustmentStanding(adjustment_id=adjustment_id, state=AdjustmentState.REJECTED)
    written = Adjustments(doing.table("adjustment.reject", adjustment_id, answer))
    with doing.answering():
        flow.reject(adjustment_id, doing.who, adjustments=written, now=doing.now)
    return doing.said(answer)
