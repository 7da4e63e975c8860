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
        "lists": [
            _list("waiting", _rows(waiting, companies), _more("cursor", more_waiting, asked)),
            _list("open", _rows(found, companies), _more("open", more_open, asked)),
        ],
    }
    return shown(router, "job_orders", HERE, values)


def _list(name: str, rows: list[dict[str, Any]], more: str) -> Mapping[str, Any]:
    return {"name": name, "rows": rows, "more": more}


def _more(name: str, following: str | None, asked: Mapping[str, str]) -> str:
    """Where this list goes on; the other one stays where it is."""
    if following is None:
        return ""
    kept = {side: asked[side] for side in ("cursor", "open") if asked.get(side)}
    return urlencode({**kept, name: programs.cursor(following) or ""})


@router.get(OF_COMPANY)
def of_company(company_id: str) -> Response[str]:
    caller(router, "agency:read")
    after = start(router, keys.JOB_ORDER_PREFIX)
    company = Companies(table()).find(CompanyId(company_id))
    orders, following = JobOrders(table()).page(company.company_id, limit=PAGE, after=after)
    rows = _rows(orders, {company.company_id: company})
    values = {"company": company, "lists": [_list("all", rows, _more("cursor", following, {}))]}
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
