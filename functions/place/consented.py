from typing import Annotated, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Query

from shared import programs
from shared.acts import asking, said
from shared.contracts.recommendation import RecommendationAnswer, RecommendationPage
from shared.table.recommendations import MOST, Recommendations
from shared.wires import table

router = programs.routes()


@router.get("/v1/agency/recommendations", summary="Who said yes and is to be shown, longest first")
def page(
    state: Annotated[Literal["consented"], Query()] = "consented",
    limit: Annotated[int, Query(ge=1, le=100)] = MOST,
    cursor: Annotated[str, Query()] = "",
) -> Response[RecommendationPage]:
    asking(router, "agency:read")
    start = programs.after(cursor, "{")
    found, following = Recommendations(table()).waiting(limit=limit, after=start)
    items = [RecommendationAnswer.of(one) for one in found]
    return said(RecommendationPage(items=items, next_cursor=programs.cursor(following)))
