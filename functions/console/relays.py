from aws_lambda_powertools.event_handler import Response

from functions.console.room import ROOM, company, language, routes, shown, trade
from shared import clock
from shared.domain.relay import FEWEST, Band, Named
from shared.domain.tokyo import day
from shared.pages import when
from shared.table.relays import Relays
from shared.wires import table

router = routes()


@router.get("/console/relays")
def page() -> Response[str]:
    mine, rows = Relays(table()).seen(company(router, "progress:read"))
    said = {
        "rows": [(row, _named(row.partner)) for row in rows],
        "mine": mine,
        "fewest": FEWEST,
        "as_of": when.day(day(clock.now()), language(router)),
    }
    return shown(router, "relays", "/console/relays", said, place=mine.name)


def _named(partner: Named | Band) -> str:
    """By name, else by industry and size; nothing if neither is known."""
    if isinstance(partner, Named):
        return partner.name
    if partner.industry is None and partner.size_band is None:
        return ""
    said = [one for one in trade(router, partner.industry, partner.size_band) if one != "–"]
    return str(ROOM.words(language(router), "relays")["and"]).join(said)
