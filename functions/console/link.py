from collections.abc import Mapping
from typing import Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.console import forms
from functions.console.room import company, done, language, may, routes, seen, shown, words
from shared import clock, mint
from shared.acts import Act
from shared.company import links as flow
from shared.contracts.link import LinkChange
from shared.contracts.wire import parse
from shared.domain.company import Company
from shared.domain.errors import InvalidRequest
from shared.domain.ids import LinkId, Slug
from shared.domain.link import Link, LinkState
from shared.domain.next_steps import is_open
from shared.domain.tokyo import day as tokyo_day
from shared.pages.when import day, moment
from shared.request import origin
from shared.signed_acts import act, over
from shared.table.companies import Companies
from shared.table.links import Links
from shared.table.voids import Voids
from shared.wires import table

router = routes()
LIST = "/console/links"
WINDOWS = 20
"""The newest of a link's void windows; what is older is over and done with."""


@router.get("/console/links/<link_id>")
def one(link_id: str) -> Response[str]:
    with seen():
        found = Links(table()).with_company(company(router, "links:read"), LinkId(link_id))
    return _page(*found, {}, {})


def _page(
    mine: Company,
    link: Link,
    values: Mapping[str, str],
    mistakes: Mapping[str, str],
    status: int = 200,
) -> Response[str]:
    told = {
        **facts(router, link),
        "windows": _windows(link),
        "may_write": may(router, "links:write"),
        "values": {"label": link.label, **values},
        "mistakes": mistakes,
        "once": forms.fresh(),
        "done": done(router, "link"),
    }
    return shown(router, "link", LIST, told, place=mine.name, status=status)


def facts(router: APIGatewayHttpRouter, link: Link) -> dict[str, Any]:
    locale = language(router)
    return {
        "link": link,
        "url": f"{origin(router.current_event.raw_event)}/r/{link.slug}",
        "path": f"{LIST}/{link.link_id}",
        "is_open": is_open(link, clock.now()),
        "made": day(tokyo_day(link.created_at), locale),
        "closes": moment(link.closes_at, locale) if link.closes_at else None,
    }


def _windows(link: Link) -> list[dict[str, str]]:
    locale = language(router)
    found, _ = Voids(table()).page(link.company_id, link.link_id, limit=WINDOWS, after=None)
    return [
        {
            "since": moment(window.span.since, locale),
            "until": moment(window.span.until, locale),
            "reason": window.reason,
            "state": window.state,
        }
        for window in found
    ]


@router.post("/console/links/<link_id>")
def rename(link_id: str) -> Response[str]:
    doing, said = _doing(link_id, "renamed"), forms.typed(router)
    try:
        asked = parse(LinkChange, {"label": said.get("label", "")})
    except InvalidRequest as error:
        errors = words(router, "link")["errors"]
        with seen():
            found = Links(table()).with_company(doing.company_id, LinkId(link_id))
        return _page(*found, said, forms.sentences(error, errors), 422)
    return _changed(doing, link_id, "link.rename", label=asked.label)


@router.post("/console/links/<link_id>/state")
def state(link_id: str) -> Response[str]:
    closes = forms.typed(router).get("state") == LinkState.CLOSED
    if closes:
        doing = _doing(link_id, "closed")
        return _changed(doing, link_id, "link.close", state=LinkState.CLOSED)
    doing = _doing(link_id, "opened")
    return _changed(doing, link_id, "link.open", state=LinkState.ACTIVE)


def _doing(link_id: str, done: str) -> Act:
    return act(router, "links:write", f"{LIST}/{link_id}?done={done}")


def _changed(
    doing: Act,
    link_id: str,
    what: str,
    *,
    label: str | None = None,
    state: LinkState | None = None,
) -> Response[str]:
    with seen():
        flow.change(
            doing.company_id,
            LinkId(link_id),
            label=label,
            state=state,
            links=Links(table()),
            written=lambda before, after: Links(
                doing.telling(what, link_id, flow.told(before, after))
            ),
        )
    return over(doing)


@router.get("/console/links/<link_id>/rotate")
def ask(link_id: str) -> Response[str]:
    with seen():
        mine, link = Links(table()).with_company(company(router, "links:write"), LinkId(link_id))
    told = {**facts(router, link), "once": forms.fresh()}
    return shown(router, "link_rotate", LIST, told, place=mine.name)


@router.post("/console/links/<link_id>/rotate")
def rotate(link_id: str) -> Response[str]:
    doing, slug = _doing(link_id, "rotated"), Slug(mint.slug())
    noted = doing.table("link.rotate", link_id)
    with seen():
        flow.rotate(
            doing.company_id,
            LinkId(link_id),
            slug,
            links=Links(table()),
            companies=Companies(table()),
            written=lambda _: Links(noted),
        )
    return over(doing)
