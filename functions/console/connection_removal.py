from aws_lambda_powertools.event_handler import Response

from functions.console.connection import seen
from functions.console.connections import HERE, SCOPE
from functions.console.room import company, routes, shown
from shared.company import connections as flow
from shared.domain.connection import Provider
from shared.domain.errors import NotFound
from shared.domain.ids import ConnectionId
from shared.signed_acts import act, over
from shared.table.connections import Connections
from shared.wires import table

router = routes()


@router.get(f"{HERE}/<connection_id>/remove")
def ask(connection_id: str) -> Response[str]:
    mine, view = seen(company(router, SCOPE), connection_id)
    connection = view.connection
    if connection.provider is Provider.API:
        raise NotFound("no such page")
    told = {"connection": connection, "path": f"{HERE}/{connection_id}"}
    return shown(router, "connection_remove", HERE, told, place=mine.name)


@router.post(f"{HERE}/<connection_id>/remove")
def remove(connection_id: str) -> Response[str]:
    doing = act(router, SCOPE, f"{HERE}?done=removed")
    with doing.answering():
        flow.remove(
            (doing.company_id, ConnectionId(connection_id)),
            connections=Connections(table()),
            written=lambda _: Connections(doing.table("ats.disconnect", connection_id)),
            now=doing.now,
        )
    return over(doing)
