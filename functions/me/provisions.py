from aws_lambda_powertools.event_handler import Response

from functions.me import told
from functions.me.room import locale, me, routes, shown
from shared.table.own_files import OwnFiles
from shared.wires import table

router = routes()


@router.get("/me/provisions")
def look() -> Response[str]:
    """Who received what, when, by which consent (APPI 33): theirs to read at any time."""
    own, spoken = OwnFiles(table()).read(me(router)), locale(router)
    made = [told.provision(one, spoken) for one in reversed(own.provisions)]
    return shown(router, "provisions", {"provisions": made})
