"""/agency/recommendations: who said yes and waits to be shown, the longest first."""

from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.place.by_hand.job_orders import path_of
from functions.place.by_hand.room import shown
from functions.place.by_hand.told import name_of
from shared import programs
from shared.domain.recommendation import Recommendation
from shared.pages.when import moment
from shared.rooms import caller, language, routes, start
from shared.table.order_lists import MOST, Introduced, OrderLists
from shared.table.recommendations import Recommendations
from shared.wires import table

router = routes()
HERE: Final = "/agency/recommendations"


@router.get(HERE)
def page() -> Response[str]:
    """Two requests: the list, and what it speaks of."""
    caller(router, "agency:read")
    after = start(router, "{")
    found, following = Recommendations(table()).waiting(limit=MOST, after=after)
    told = OrderLists(table()).introduced(found) if found else []
    values = {
        "rows": [{**row(one), "since": _since(one[0])} for one in told],
        "following": programs.cursor(following),
        "is_later": after is not None,
    }
    return shown(router, "recommendations", HERE, values)


def path_to(one: Recommendation) -> str:
    return f"{path_of(one.company_id, one.job_order_id)}/recommendations/{one.recommendation_id}"


def row(told: Introduced) -> dict[str, Any]:
    one, company, order, file = told
    return {
        "href": path_to(one),
        "name": name_of(file),
        "company": company.name if company else one.company_id,
        "title": order.title if order else one.job_order_id,
        "order": path_of(one.company_id, one.job_order_id),
        "returning": one.returning,
    }


def _since(one: Recommendation) -> str:
    return moment(one.answered_at, language(router)) if one.answered_at else ""
