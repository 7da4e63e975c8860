from aws_lambda_powertools.event_handler import Response

from functions.console.job_orders import HERE
from functions.console.room import company, language, routes, shown
from shared import clock
from shared.domain.ids import JobOrderId, RecommendationId
from shared.domain.tokyo import day as tokyo_day
from shared.pages.when import day
from shared.table.standings import Standings
from shared.wires import table

router = routes()


@router.get(f"{HERE}/<job_order_id>/candidates/<recommendation_id>")
def one(job_order_id: str, recommendation_id: str) -> Response[str]:
    """As it was shown, and only of who is there: what is erased in their file is gone here."""
    company_id = company(router, "job_orders:read")
    name = JobOrderId(job_order_id), RecommendationId(recommendation_id)
    owner, found = Standings(table()).introduced(company_id, *name)
    owner.check_may_spend(clock.now())
    at = found.recommended_at or found.asked_at
    values = {
        "found": found,
        "shown": Standings(table()).shown(found),
        "on": day(tokyo_day(at), language(router)),
        "joined": day(found.joined_on, language(router)) if found.joined_on else "",
        "up": f"{HERE}/{job_order_id}",
    }
    return shown(router, "introduced", HERE, values, place=owner.name)
