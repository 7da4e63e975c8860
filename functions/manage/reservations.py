from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from shared import programs, web
from shared.acts import act
from shared.company import reservations as flow
from shared.company.reservations import Wish
from shared.contracts.job_order import ReservedAnswer, ReserveRequest
from shared.domain.ids import JobOrderId
from shared.table.credits import Credits
from shared.table.job_orders import JobOrders
from shared.table.reservations import Reservations
from shared.wires import programme, table

router = programs.routes()
SPENDS = "credits:write"
"""A key that may spend credits need not be one that posts job orders."""


@router.post(
    "/v1/job-orders/<job_order_id>/credit", status_code=201, summary="Reserve a credit for it"
)
def reserve(
    job_order_id: str, asked: Annotated[ReserveRequest | None, Body()] = None
) -> Response[ReservedAnswer]:
    doing = act(router, SPENDS)
    accepted = asked.accepted_difference_jpy if asked else 0
    told = {"accepted_difference_jpy": str(accepted)}
    written = doing.written(
        Reservations, "credit.reserve", job_order_id, ReservedAnswer.of, 201, **told
    )
    with doing.answering():
        lot = flow.reserve(
            Wish(doing.company_id, JobOrderId(job_order_id), accepted),
            credits=Credits(table()),
            orders=JobOrders(table()),
            written=written,
            rules=programme().at(doing.now),
            now=doing.now,
        )
    return doing.said(ReservedAnswer.of(lot), 201)


@router.delete("/v1/job-orders/<job_order_id>/credit", status_code=204, summary="Let its credit go")
def release(job_order_id: str) -> Response[None]:
    doing = act(router, SPENDS)
    flow.release(
        doing.company_id,
        JobOrderId(job_order_id),
        orders=JobOrders(table()),
        written=lambda lot: JobOrders(
            doing.table("credit.release", job_order_id, credit_id=lot.credit_id)
        ),
        rules=programme().at(doing.now),
        now=doing.now,
    )
    return Response(204, headers=web.SAFE)
