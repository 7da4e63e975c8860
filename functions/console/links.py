from collections.abc import Mapping
from datetime import datetime
from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.console.room import company, done, language, may, routes, shown, start, words
from shared import clock, forms, mint, programs
from shared.company import links as flow
from shared.contracts.link import LinkRequest
from shared.contracts.wire import parse
from shared.domain.errors import InvalidRequest
from shared.domain.ids import CompanyId, LinkId, Slug
from shared.domain.link import Link
from shared.domain.next_steps import is_open
from shared.domain.tokyo import day as tokyo_day
from shared.pages.when import day, moment
from shared.signed_acts import act, over
from shared.table import keys
from shared.table.companies import Companies
from shared.table.links import Links
from shared.wires import table

router = routes()
HERE = "/console/links"
PAGE = 50
WORDS = ("label", "channel", "job_family", "stage")


@router.get("/console/links")
def page() -> Response[str]:
    mine = Companies(table()).find(company(router, "links:read"))
    after = start(router, keys.LINK_PREFIX)
    found, following = Links(table()).page(mine.company_id, limit=PAGE, after=after)
    now = clock.now()
    values = {
        "rows": [_row(link, now) for link in found],
        "following": programs.cursor(following),
        "is_later": after is not None,
        "may_write": may(router, "links:write"),
        "done": done(router, "links"),
    }
    return shown(router, "links", HERE, values, place=mine.name)


def _row(link: Link, now: datetime) -> dict[str, Any]:
    locale = language(router)
    return {
        "link": link,
        "is_open": is_open(link, now),
        "made": day(tokyo_day(link.created_at), locale),
        "closes": moment(link.closes_at, locale) if link.closes_at else None,
    }


@router.get("/console/links/new")
def new() -> Response[str]:
    return _form(company(router, "links:write"), {}, {})


def _form(
    company_id: CompanyId, values: Mapping[str, str], mistakes: Mapping[str, str], status: int = 200
) -> Response[str]:
    mine = Companies(table()).find(company_id)
    told = {"values": values, "mistakes": mistakes}
    return shown(router, "link_new", HERE, told, place=mine.name, status=status)


@router.post("/console/links")
def make() -> Response[str]:
    link_id = LinkId(mint.mint("lnk", clock.now()))
    doing = act(router, "links:write", f"{HERE}/{link_id}?done=made")
    said = forms.typed(router)
    try:
        link = _asked(doing.company_id, link_id, said, doing.now)
    except InvalidRequest as error:
        errors = words(router, "link_new")["errors"]
        return _form(doing.company_id, said, forms.sentences(error, errors), 422)
    noted = doing.table("link.make", link_id, label=link.label)
    with doing.answering():
        flow.add(link, links=Links(noted), companies=Companies(table()))
    return over(doing)


def _asked(company_id: CompanyId, link_id: LinkId, said: Mapping[str, str], now: datetime) -> Link:
    """Raises InvalidRequest."""
    last = forms.moment(said["closes_at"], "closes_at") if said.get("closes_at") else None
    asked = parse(LinkRequest, forms.filled(said, *WORDS) | {"closes_at": last})
    return flow.drawn_up(asked, (company_id, link_id), Slug(mint.slug()), now=now)
