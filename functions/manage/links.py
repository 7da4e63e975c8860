from datetime import UTC, datetime
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.manage import flow
from functions.manage.wires import company, origin
from shared import mint, programs, request, web
from shared.contracts.link import LinkAnswer, LinkChange, LinkPage, LinkRequest
from shared.domain.errors import InvalidRequest
from shared.domain.ids import LinkId, Slug
from shared.domain.link import Link, LinkState
from shared.domain.once import Reply
from shared.table import keys
from shared.table.companies import Companies
from shared.table.links import Links
from shared.wires import table

router = programs.routes()


def _said(status: int, link: Link) -> Response[LinkAnswer]:
    return Response(status, request.JSON, LinkAnswer.of(link, origin(router)), headers=web.SAFE)


@router.post("/v1/links", status_code=201, summary="Make a link")
def add(asked: Annotated[LinkRequest, Body()]) -> Response[LinkAnswer]:
    company_id = company(router, "links:write")
    now = datetime.now(UTC)
    if asked.closes_at and asked.closes_at <= now:
        raise InvalidRequest("closes_at is over already", {"closes_at": "malformed"})
    link = Link(
        link_id=LinkId(mint.mint("lnk", now)),
        company_id=company_id,
        slug=Slug(mint.slug()),
        label=asked.label,
        state=LinkState.ACTIVE,
        created_at=now,
        channel=asked.channel,
        job_family=asked.job_family,
        stage=asked.stage,
        closes_at=asked.closes_at,
    )
    flow.add(
        link,
        once=programs.once(router.current_event.raw_event, company_id),
        reply=Reply(201, LinkAnswer.of(link, origin(router)).model_dump_json()),
        links=Links(table()),
        companies=Companies(table()),
    )
    return _said(201, link)


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
    link = flow.change(
        company(router, "links:write"),
        LinkId(link_id),
        label=asked.label,
        state=LinkState(asked.state) if asked.state else None,
        links=Links(table()),
    )
    return _said(200, link)


@router.post("/v1/links/<link_id>/rotate", summary="A new URL; the old one counts nobody")
def rotate(link_id: str) -> Response[LinkAnswer]:
    company_id = company(router, "links:write")
    here = origin(router)
    link = flow.rotate(
        company_id,
        LinkId(link_id),
        Slug(mint.slug()),
        once=programs.once(router.current_event.raw_event, company_id),
        reply=lambda after: Reply(200, LinkAnswer.of(after, here).model_dump_json()),
        links=Links(table()),
        companies=Companies(table()),
    )
    return _said(200, link)
