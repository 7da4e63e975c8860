from datetime import UTC, datetime
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.manage import reservations_flow as flow
from functions.manage.reservations_flow import Wish
from functions.manage.wires import company
from shared import programs, request, web
from shared.contracts.job_order import ReservedAnswer, ReserveRequest
from shared.domain.ids import JobOrderId
from shared.domain.once import Reply
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
    company_id, now = company(router, SPENDS), datetime.now(UTC)
    accepted = asked.accepted_difference_jpy if asked else 0
    lot = flow.reserve(
        Wish(company_id, JobOrderId(job_order_id), accepted),
        once=programs.once(router.current_event.raw_event, company_id),
        reply=lambda lot: Reply(201, ReservedAnswer.of(lot).model_dump_json()),
        credits=Credits(table()),
        orders=JobOrders(table()),
        reservations=Reservations(table()),
        rules=programme().at(now),
        now=now,
    )
    return Response(201, request.JSON, ReservedAnswer.of(lot), headers=web.SAFE)


@router.delete("/v1/job-orders/<job_order_id>/credit", status_code=204, summary="Let its credit go")
def release(job_order_id: str) -> Response[None]:
    company_id, now = company(router, SPENDS), datetime.now(UTC)
    flow.release(
        company_id,
        JobOrderId(job_order_id),
        orders=JobOrders(table()),
        rules=programme().at(now),
        now=now,
    )
    return Response(204, headers=web.SAFE)
