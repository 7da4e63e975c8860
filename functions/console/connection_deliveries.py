from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.console.connection import seen
from functions.console.connection_words import delivery
from functions.console.connections import HERE, SCOPE
from functions.console.room import company, routes, shown, start
from shared import programs
from shared.table import keys
from shared.table.hearings import Hearings
from shared.wires import table

router = routes()
PAGE: Final = 50


@router.get(f"{HERE}/<connection_id>/deliveries")
def page(connection_id: str) -> Response[str]:
    mine, view = seen(company(router, SCOPE), connection_id)
    connection = view.connection
    after = start(router, keys.DELIVERY_PREFIX)
    found, following = Hearings(table()).page(connection.connection_id, limit=PAGE, after=after)
    told = {
        "connection": connection,
        "path": f"{HERE}/{connection_id}",
        "rows": [delivery(router, listed) for listed in found],
        "following": programs.cursor(following),
        "is_later": after is not None,
    }
    return shown(router, "connection_deliveries", HERE, told, place=mine.name)
