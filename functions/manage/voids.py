from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.manage.wires import company
from shared import acts, programs, request, web
from shared.company import voids as flow
from shared.contracts.void import VoidAnswer, VoidPage, VoidRequest
from shared.domain.ids import LinkId
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
    doing = acts.act(router, "links:write")
    name = doing.company_id, LinkId(link_id)
    window = flow.drawn_up(asked, name, mint("void", doing.now), now=doing.now)
    answer = VoidAnswer.of(window)
    noted = doing.table("link.void", link_id, answer, 201, reason=window.reason)
    with doing.answering():
        flow.void(window, links=Links(table()), voids=Voids(noted))
    return doing.said(answer, 201)


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
