from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.console.room import company, done, language, may, routes, seen, shown, words
from shared import clock, forms
from shared.acts import Act
from shared.company import links as flow
from shared.contracts.link import LinkChange
from shared.contracts.wire import parse
from shared.domain.company import Company
from shared.domain.errors import InvalidRequest
from shared.domain.ids import LinkId
from shared.domain.link import Link, LinkState
from shared.domain.next_steps import is_open
from shared.domain.tokyo import day as tokyo_day
from shared.pages.when import day, moment
from shared.request import origin
from shared.signed_acts import act, over
from shared.table.links import Links
from shared.table.voids import Voids
from shared.wires import table

router = routes()
LIST = "/console/links"
WINDOWS = 20
"""The newest of a link's void windows; what is older is over and done with."""
OF_CONNECTIONS: Final = frozenset({"ats", "api"})
"""Channels whose links have candidates' own ones under them."""
DONE: Final = {"closed": "closed", "active": "opened"}
ACTS: Final = {"closed": "link.close", "active": "link.open"}


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
        "has_own": link.channel in OF_CONNECTIONS,
        "may_write": may(router, "links:write"),
        "values": {"label": link.label, **values},
        "mistakes": mistakes,
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
    doing, said = doing_to(router, link_id, "renamed"), forms.typed(router)
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
    said = forms.typed(router).get("state", "")
    doing = doing_to(router, link_id, DONE.get(said, ""))
    becomes = parse(LinkChange, {"state": said}).state
    assert becomes
    return _changed(doing, link_id, ACTS[becomes], state=LinkState(becomes))


def doing_to(router: APIGatewayHttpRouter, link_id: str, done: str) -> Act:
    return act(router, "links:write", f"{LIST}/{link_id}?done={done}")


def _changed(
    doing: Act,
    link_id: str,
    what: str,
    *,
    label: str | None = None,
    state: LinkState | None = None,
) -> Response[str]:
    with seen(), doing.answering():
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
