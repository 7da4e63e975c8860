from aws_lambda_powertools.event_handler import Response

from functions.console.room import company, routes, shown
from shared import clock, signed_in
from shared.domain.relay import FEWEST
from shared.domain.tokyo import day
from shared.pages import when
from shared.table.relays import Relays
from shared.wires import table

router = routes()


@router.get("/console/relays")
def page() -> Response[str]:
    mine, rows = Relays(table()).seen(company(router, "progress:read"))
    event = router.current_event.raw_event
    locale = signed_in.locale_of(event, signed_in.session(router))
    said = {
        "rows": rows,
        "mine": mine,
        "fewest": FEWEST,
        "as_of": when.day(day(clock.now()), locale),
    }
    return shown(router, "relays", "/console/relays", said, place=mine.name)
