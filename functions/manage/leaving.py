from datetime import datetime

from aws_lambda_powertools.event_handler import Response

from shared import programs
from shared.acts import act
from shared.company.leaving import leave as flow
from shared.contracts.leaving import Left
from shared.table.departures import Departures
from shared.table.ledgers import Ledgers
from shared.wires import programme, table

router = programs.routes()


@router.post("/v1/leave", summary="Leave; credits may be used for a while")
def leave() -> Response[Left]:
    """From then on no link is made or rotated, and a job order is taken only while a credit is
    left for it and may still be used: 409 with state `left`."""
    doing = act(router, "credits:write")
    head = Ledgers(table()).head(doing.company_id)

    def told(until: datetime) -> Left:
        return Left(
            company_id=doing.company_id,
            usable_until=until,
            credits_available=head.available,
            credits_reserved=head.reserved_now,
        )

    written = doing.written(Departures, "company.leave", doing.company_id, told)
    with doing.answering():
        rules = programme().at(doing.now)
        until = flow(doing.company_id, written=written, rules=rules, now=doing.now)
    return doing.said(told(until))
