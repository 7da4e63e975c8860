from datetime import date
from typing import Annotated, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Query

from functions.manage.wires import company
from shared import clock, programs, request, web
from shared.contracts.stats import StatsAnswer
from shared.contracts.wire import midnight
from shared.domain.ids import LinkId
from shared.domain.series import Days, Granularity, series
from shared.domain.tokyo import day
from shared.table.figures import Figures
from shared.wires import table, visits

router = programs.routes()

ABOUT: Final = (
    "From the day `from` to the day `to`, both by Tokyo's calendar, both in it: the last 30 days "
    "where neither is said, 366 at most. Weeks begin on Monday. People are shown three at a time, "
    "on the day the last of three came, each figure by itself; a link by itself shows its newest "
    "person with the next three. Visits are not people, and shown as they were."
)


@router.get("/v1/stats", summary="The funnel and its series", description=ABOUT)
def page(
    since: Annotated[date | None, Query(alias="from")] = None,
    until: Annotated[date | None, Query(alias="to")] = None,
    granularity: Annotated[Granularity, Query()] = Granularity.DAY,
    link_id: Annotated[str | None, Query()] = None,
) -> Response[StatsAnswer]:
    mine, today = company(router, "stats:read"), day(clock.now())
    days, of = Days.asked(since, until, today), LinkId(link_id) if link_id else None
    _, _, cells = Figures(table()).shown(mine, of, days)
    found = series(days, granularity, cells, visits().seen(mine, of, days))
    answer = StatsAnswer.of(found, link_id, midnight(today))
    return Response(200, request.JSON, answer, headers=web.SAFE)
