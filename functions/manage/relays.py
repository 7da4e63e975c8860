from aws_lambda_powertools.event_handler import Response

from functions.manage.wires import company
from shared import clock, programs, request, web
from shared.contracts.relay import RelayAnswer, RelayList
from shared.contracts.wire import midnight
from shared.domain.tokyo import day
from shared.table.relays import Relays
from shared.wires import table

router = programs.routes()


@router.get(
    "/v1/relays",
    summary="Hiring partners: who hired whom you let go, and the other way",
    description=(
        "From 3 candidates, in steps of 3, never who. A partner has a name where both companies "
        "agreed to be named and 3 candidates allowed statistics; all others of one industry and "
        "size are one row."
    ),
)
def page() -> Response[RelayList]:
    mine = company(router, "progress:read")
    _, rows = Relays(table()).seen(mine)
    as_of = midnight(day(clock.now()))
    answer = RelayList(items=[RelayAnswer.of(row) for row in rows], as_of=as_of)
    return Response(200, request.JSON, answer, headers=web.SAFE)
