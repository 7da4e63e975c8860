"""/agency/job-orders: those to answer first, then those somebody is looked for; a company's own."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlencode

from aws_lambda_powertools.event_handler import Response

from functions.place.by_hand.room import shown
from shared import programs
from shared.domain.company import Company
from shared.domain.ids import CompanyId
from shared.domain.job_order import JobOrder, JobOrderState
from shared.pages.when import day, day_of
from shared.rooms import caller, language, query, routes, start
from shared.table import keys
from shared.table.companies import Companies
from shared.table.job_orders import JobOrders
from shared.table.order_lists import MOST, OrderLists
from shared.wires import table

router = routes()
HERE: Final = "/agency/job-orders"
OF_COMPANY: Final = "/agency/companies/<company_id>/job-orders"
PAGE: Final = 50


def path_of(company_id: str, job_order_id: str = "") -> str:
    """Of a company's job orders, or of one."""
    orders = f"/agency/companies/{company_id}/job-orders"
    return f"{orders}/{job_order_id}" if job_order_id else orders


@router.get(HERE)
def page() -> Response[str]:
    """Three requests: two lists, and what they speak of."""
    caller(router, "agency:read")
    asked = query(router)
    waiting, more_waiting = JobOrders(table()).posted(limit=MOST, after=start(router, "{"))
    after = programs.after(asked.get("open"), "{")
    names, more_open = OrderLists(table()).open(after=after)
    orders, companies = OrderLists(table()).told(names, [one.company_id for one in waiting])
    found = [one for one in orders if one.state is JobOrderState.ACCEPTED]
    values = {
        "company": None,
        "path": HERE,
        "lists": [
            _list("waiting", _rows(waiting, companies), more_waiting, asked),
            _list("open", _rows(found, companies), more_open, asked, "open"),
        ],
    }
    return shown(router, "job_orders", HERE, values)


def _list(
    name: str,
    rows: list[dict[str, Any]],
    following: str | None,
    asked: Mapping[str, str],
    cursor: str = "cursor",
) -> Mapping[str, Any]:
    """`cursor` is what its own is called; the other list stays where it is."""
    others = {side: asked[side] for side in ("cursor", "open") if asked.get(side)}
    return {
        "name": name,
        "rows": rows,
        "cursor": cursor,
        "following": programs.cursor(following),
        "is_later": others.pop(cursor, None),
        "kept": urlencode(others),
    }


@router.get(OF_COMPANY)
def of_company(company_id: str) -> Response[str]:
    caller(router, "agency:read")
    after = start(router, keys.JOB_ORDER_PREFIX)
    company = Companies(table()).find(CompanyId(company_id))
    orders, following = JobOrders(table()).page(company.company_id, limit=PAGE, after=after)
    rows = _rows(orders, {company.company_id: company})
    values = {
        "company": company,
        "path": path_of(company_id),
        "lists": [_list("all", rows, following, query(router))],
    }
    return shown(router, "job_orders", HERE, values)


def _rows(
    orders: Sequence[JobOrder], companies: Mapping[CompanyId, Company]
) -> list[dict[str, Any]]:
    reader = language(router)
    return [
        {
            "order": one,
            "href": path_of(one.company_id, one.job_order_id),
            "company": companies.get(one.company_id),
            "posted": day_of(one.posted_at, reader),
            "closes": day(one.closes_on, reader) if one.closes_on else "",
        }
        for one in orders
    ]
