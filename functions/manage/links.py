from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.manage.wires import company, origin
from shared import acts, mint, programs, request, web
from shared.company import links as flow
from shared.contracts.link import LinkAnswer, LinkChange, LinkPage, LinkRequest
from shared.domain.ids import LinkId, Slug
from shared.domain.link import Link, LinkState
from shared.table import keys
from shared.table.companies import Companies
from shared.table.links import Links
from shared.wires import table

router = programs.routes()


def _said(status: int, link: Link) -> Response[LinkAnswer]:
    return Response(status, request.JSON, LinkAnswer.of(link, origin(router)), headers=web.SAFE)


@router.post("/v1/links", status_code=201, summary="Make a link")
def add(asked: Annotated[LinkRequest, Body()]) -> Response[LinkAnswer]:
    doing = acts.act(router, "links:write")
    name = doing.company_id, LinkId(mint.mint("lnk", doing.now))
    with doing.answering():
        link = flow.drawn_up(asked, name, Slug(mint.slug()), now=doing.now)
        answer = LinkAnswer.of(link, origin(router))
        noted = doing.table("link.make", link.link_id, answer, 201, label=link.label)
        flow.add(link, links=Links(noted), companies=Companies(table()))
    return doing.said(answer, 201)


@router.get("/v1/links", summary="The company's links, oldest first")
def page(
    limit: Annotated[int, Query(ge=1, le=100)] = 50, cursor: Annotated[str, Query()] = ""
) -> Response[LinkPage]:
    company_id = company(router, "links:read")
    start = programs.after(cursor, keys.LINK_PREFIX)
    links, following = Links(table()).page(company_id, limit=limit, after=start)
    here = origin(router)
    items = [LinkAnswer.of(link, here) for link in links]
    answer = LinkPage(items=items, next_cursor=programs.cursor(following))
    return Response(200, request.JSON, answer, headers=web.SAFE)


@router.get("/v1/links/<link_id>", summary="One link")
def one(link_id: str) -> Response[LinkAnswer]:
    return _said(200, Links(table()).find(company(router, "links:read"), LinkId(link_id)))


@router.patch("/v1/links/<link_id>", summary="Rename, close or open a link")
def change(link_id: str, asked: Annotated[LinkChange, Body()]) -> Response[LinkAnswer]:
    doing, here = acts.act(router, "links:write"), origin(router)
    link = flow.change(
        doing.company_id,
        LinkId(link_id),
        label=asked.label,
        state=LinkState(asked.state) if asked.state else None,
        links=Links(table()),
        written=lambda before, after: Links(
            doing.telling(
                "link.change", link_id, flow.told(before, after), LinkAnswer.of(after, here)
            )
        ),
    )
    return doing.said(LinkAnswer.of(link, here))


@router.post("/v1/links/<link_id>/rotate", summary="A new URL; the old one counts nobody")
def rotate(link_id: str) -> Response[LinkAnswer]:
    doing, here = acts.act(router, "links:write"), origin(router)
    link = flow.rotate(
        doing.company_id,
        LinkId(link_id),
        Slug(mint.slug()),
        links=Links(table()),
        companies=Companies(table()),
        written=doing.written(
            Links, "link.rotate", link_id, lambda after: LinkAnswer.of(after, here)
        ),
    )
    return doing.said(LinkAnswer.of(link, here))
