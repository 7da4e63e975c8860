from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.console.room import company, language, routes, shown, start
from shared import clock, programs
from shared.domain.company import Company
from shared.domain.credit import Lot, LotState
from shared.domain.expiry import DAY, over_at
from shared.domain.tokyo import day as tokyo_day
from shared.pages.when import day, last_day
from shared.table import keys
from shared.table.ledgers import Ledgers
from shared.table.standings import Standings
from shared.wires import programme, table

router = routes()
HERE: Final = "/console/credits"
PAGE: Final = 100


@router.get(HERE)
def page() -> Response[str]:
    now = clock.now()
    owner, head = Standings(table()).of(company(router, "credits:read"))
    after = start(router, keys.LOT_PREFIX)
    lots, following = Ledgers(table()).lots(owner.company_id, limit=PAGE, after=after)
    rules = programme().at(now)
    values = {
        "head": head,
        "rules": rules,
        "notices": [*rules.notice_days],
        "rows": sorted((_row(lot, owner, now) for lot in lots), key=_first_to_spend),
        "following": programs.cursor(following),
        "is_later": after is not None,
    }
    return shown(router, "credits", HERE, values, place=owner.name)


def _row(lot: Lot, owner: Company, now: datetime) -> Mapping[str, Any]:
    over = over_at(lot, owner)
    return {
        "lot": lot,
        "over": over,
        "until": last_day(over, language(router)),
        "granted": day(tokyo_day(lot.granted_at), language(router)),
        "days": max((over - now) // DAY, 0),
        "is_held": lot.state is LotState.RESERVED,
        "is_good": lot.state in {LotState.AVAILABLE, LotState.RESERVED},
    }


def _first_to_spend(row: Mapping[str, Any]) -> tuple[bool, bool, datetime]:
    return not row["is_good"], row["is_held"], row["over"]
