from datetime import UTC, datetime

from aws_lambda_powertools.event_handler import Response

from functions.manage import flow
from functions.manage.wires import company
from shared import programs, request, web
from shared.contracts.leaving import Left
from shared.domain.once import Reply
from shared.table.departures import Departures
from shared.table.ledgers import Ledgers
from shared.wires import programme, table

router = programs.routes()


@router.post("/v1/leave", summary="Leave; credits may be used for a while")
def leave() -> Response[Left]:
    """From then on no link is made or rotated, and a job order is taken only while a credit is
    left for it and may still be used: 409 with state `left`."""
    company_id = company(router, "credits:write")
    now = datetime.now(UTC)
    head = Ledgers(table()).head(company_id)

    def said(until: datetime) -> Left:
        return Left(
            company_id=company_id,
            usable_until=until,
            credits_available=head.available,
            credits_reserved=head.reserved_now,
        )

    until = flow.leave(
        company_id,
        once=programs.once(router.current_event.raw_event, company_id),
        reply=lambda until: Reply(200, said(until).model_dump_json()),
        departures=Departures(table()),
        rules=programme().at(now),
        now=now,
    )
    return Response(200, request.JSON, said(until), headers=web.SAFE)
