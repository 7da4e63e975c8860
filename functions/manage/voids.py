from datetime import UTC, datetime
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.manage.void_flow import void
from functions.manage.wires import company
from shared import programs, request, web
from shared.contracts.void import VoidAnswer, VoidPage, VoidRequest
from shared.domain.ids import LinkId
from shared.domain.once import Reply
from shared.domain.void import Span, VoidWindow
from shared.mint import mint
from shared.table import keys
from shared.table.links import Links
from shared.table.voids import Voids
from shared.wires import table

router = programs.routes()


@router.post(
    "/v1/links/<link_id>/void-windows",
    status_code=201,
    summary="Take back what came by a link in a window of time",
)
def add(link_id: str, asked: Annotated[VoidRequest, Body()]) -> Response[VoidAnswer]:
    company_id = company(router, "links:write")
    now = datetime.now(UTC)
    window = VoidWindow(
        window_id=mint("void", now),
        company_id=company_id,
        link_id=LinkId(link_id),
        span=Span(asked.since, asked.until),
        reason=asked.reason,
        made_at=now,
    )
    answer = VoidAnswer.of(window)
    void(
        window,
        once=programs.once(router.current_event.raw_event, company_id),
        reply=Reply(201, answer.model_dump_json(by_alias=True)),
        links=Links(table()),
        voids=Voids(table()),
    )
    return Response(201, request.JSON, answer, headers=web.SAFE)


@router.get("/v1/links/<link_id>/void-windows", summary="A link's windows, oldest first")
def page(
    link_id: str,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[str, Query()] = "",
) -> Response[VoidPage]:
    company_id = company(router, "links:read")
    link = Links(table()).find(company_id, LinkId(link_id)).link_id
    start = programs.after(cursor, keys.void_windows(link))
    windows, following = Voids(table()).page(company_id, link, limit=limit, after=start)
    items = [VoidAnswer.of(window) for window in windows]
    answer = VoidPage(items=items, next_cursor=programs.cursor(following))
    return Response(200, request.JSON, answer, headers=web.SAFE)
