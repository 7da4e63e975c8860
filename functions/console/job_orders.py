from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.console.order_doubts import Doubts, doubts, is_sure
from functions.console.order_form import INSURANCES, body, field
from functions.console.room import company, done, language, may, routes, shown, start, words
from shared import clock, found_by, mint, programs, signed_acts
from shared.company import job_orders as flow
from shared.contracts.job_order import JobOrderRequest
from shared.contracts.problem import page_status
from shared.contracts.wire import parse
from shared.domain.errors import CompanyNotActive, InvalidRequest, RelayError, StateForbids
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.job_order import JobOrder
from shared.domain.locale import Locale
from shared.domain.tokyo import day as tokyo_day
from shared.forms import mistakes, typed
from shared.pages import penalty
from shared.pages.when import day
from shared.signed_acts import over
from shared.table import keys
from shared.table.credits import Credits
from shared.table.job_orders import JobOrders
from shared.table.standings import Standings
from shared.wires import pepper, programme, table

router = routes()
HERE: Final = "/console/job-orders"
PAGE: Final = 50
POSTS: Final = "job_orders:write"


@router.get(HERE)
def page() -> Response[str]:
    found, head = Standings(table()).of(company(router, "job_orders:read"))
    after = start(router, keys.JOB_ORDER_PREFIX)
    orders, following = JobOrders(table()).page(found.company_id, limit=PAGE, after=after)
    values = {
        "rows": [_row(order, language(router)) for order in orders],
        "head": head,
        "may_post": may(router, POSTS),
        "following": programs.cursor(following),
        "is_later": after is not None,
        "done": done(router, "job_orders"),
    }
    return shown(router, "job_orders", HERE, values, place=found.name)


def _row(order: JobOrder, reader: Locale) -> Mapping[str, Any]:
    return {
        "order": order,
        "posted": day(tokyo_day(order.posted_at), reader),
        "closes": day(order.closes_on, reader) if order.closes_on else "",
    }


@router.get(f"{HERE}/new")
def new() -> Response[str]:
    return _form(company(router, POSTS), {"openings": "1"})


@router.post(HERE)
def post() -> Response[str]:
    name = JobOrderId(mint.mint("job", clock.now()))
    doing, said = signed_acts.act(router, POSTS, f"{HERE}/{name}?done=posted"), typed(router)
    rules = programme().at(doing.now)
    named = doing.company_id, name
    try:
        asked = parse(JobOrderRequest, body(said))
        order = flow.drawn_up(
            asked, named, notice_version=penalty.VERSION, rules=rules, now=doing.now
        )
        asks = doubts(order, words(router, "job_order_new")["doubts"], tokyo_day(doing.now))
        if not is_sure(asks, said):
            return _form(doing.company_id, said, asks=asks)
        with doing.answering():
            noted = doing.table("job_order.post", name)
            orders = JobOrders(noted.along(*found_by.job_order(pepper(), None, order)))
            flow.post(order, orders=orders, credits=Credits(table()))
    except (InvalidRequest, CompanyNotActive, StateForbids) as refused:
        return _form(doing.company_id, said, refused)
    return over(doing)


def _form(
    company_id: CompanyId,
    said: Mapping[str, str],
    refused: RelayError | None = None,
    asks: Doubts | None = None,
) -> Response[str]:
    found, _ = Standings(table()).of(company_id)
    here = words(router, "job_order_new")
    fields = refused.fields if isinstance(refused, InvalidRequest) else {}
    labels = {name: text for group in here["labels"].values() for name, text in group.items()}
    wrong = mistakes(fields, here["errors"], field)
    values = {
        "values": {"employer": found.name, **said},
        "mistakes": {name: wrong[name] for name in (*labels, *wrong) if name in wrong},
        "labels": labels,
        "refused": here["refused"][refused.code] if refused and not fields else None,
        "notice": penalty.NOTICES[language(router)],
        "rules": programme().at(clock.now()),
        "insurances": (*INSURANCES, "none"),
        "doubts": asks or {},
    }
    status = page_status(refused, asks)
    return shown(router, "job_order_new", HERE, values, place=found.name, status=status)
