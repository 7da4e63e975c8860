from collections.abc import Sequence
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Query

from functions.manage.wires import company
from shared import clock, programs, request, web
from shared.contracts.recommendation import Introduced, IntroducedPage
from shared.domain.ids import JobOrderId
from shared.domain.recommendation import Recommendation
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from shared.table.companies import Companies
from shared.table.job_orders import JobOrders
from shared.table.recommendations import MOST, Recommendations
from shared.wires import table

router = programs.routes()


@router.get(
    "/v1/job-orders/<job_order_id>/recommendations",
    summary="Whom the agency recommends, and what they agreed to show",
    description="A page may hold fewer than `limit`; `next_cursor` says whether more follow.",
)
def page(
    job_order_id: str,
    limit: Annotated[int, Query(ge=1, le=100)] = MOST,
    cursor: Annotated[str, Query()] = "",
) -> Response[IntroducedPage]:
    of = company(router, "job_orders:read"), JobOrderId(job_order_id)
    start = programs.after(cursor, keys.recommendations(of[1]))
    Companies(table()).find(of[0]).check_may_spend(clock.now())
    JobOrders(table()).find(*of)
    found, following = Recommendations(table()).page(*of, limit=limit, after=start)
    items = _introduced([one for one in found if one.recommended_at])
    answer = IntroducedPage(items=items, next_cursor=programs.cursor(following))
    return Response(200, request.JSON, answer, headers=web.SAFE)


def _introduced(found: Sequence[Recommendation]) -> list[Introduced]:
    """As it was shown, and only of who is there: what is erased in their file is gone here."""
    files = CandidateFiles(table()).several([one.candidate_id for one in found])
    theirs = {
        one.recommendation_id: file.candidate_id
        for one, file in zip(found, files, strict=True)
        if file and file.is_open and one.is_shown
    }
    shown = Recommendations(table()).shown(theirs)
    return [Introduced.of(one, shown.get(one.recommendation_id, {})) for one in found]
