"""/agency/recommendations/asked and /joined: no answer yet; may leave early for a week at most."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.place.by_hand.recommendations import HERE, row
from functions.place.by_hand.room import done, shown
from shared import clock, programs
from shared.domain.placement import settling
from shared.domain.recommendation import Recommendation
from shared.domain.tokyo import day as tokyo_day
from shared.pages.when import day, moment
from shared.rooms import caller, language, may, routes, start
from shared.table.order_lists import MOST, OrderLists
from shared.table.recommendations import Recommendations
from shared.wires import programme, table

router = routes()
ASKED: Final = f"{HERE}/asked"
JOINED: Final = f"{HERE}/joined"
type Found = tuple[Sequence[Recommendation], str | None]


@router.get(ASKED)
def asked() -> Response[str]:
    caller(router, "agency:read")
    found = Recommendations(table()).unanswered(limit=MOST, after=start(router, "{"))
    return _page("asked", ASKED, found, lambda one: moment(one.asked_at, language(router)))


@router.get(JOINED)
def joined() -> Response[str]:
    caller(router, "agency:read")
    now = clock.now()
    rules, after = programme().at(now), start(router, "{")
    days = settling(tokyo_day(now), rules)
    found = Recommendations(table()).joined_between(*days, limit=MOST, after=after)
    early = timedelta(days=rules.early_leave_days)

    def until(one: Recommendation) -> str:
        return day(one.joined_on + early, language(router)) if one.joined_on else ""

    return _page("joined", JOINED, found, until)


def _page(
    kind: str, path: str, found: Found, when: Callable[[Recommendation], str]
) -> Response[str]:
    """Two requests: the list, and what it speaks of."""
    told = OrderLists(table()).introduced(found[0]) if found[0] else []
    values: dict[str, Any] = {
        "kind": kind,
        "path": path,
        "rows": [{**row(one), "when": when(one[0])} for one in told],
        "following": programs.cursor(found[1]),
        "is_later": start(router, "{") is not None,
        "may_write": may(router, "agency:write"),
        "done": done(router, "followed_up"),
    }
    return shown(router, "followed_up", HERE, values)
