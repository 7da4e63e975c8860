from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.console.job_orders import HERE, POSTS
from functions.console.room import done, language, may, shown, words
from shared import clock
from shared.contracts.problem import page_status
from shared.domain.company import Company
from shared.domain.errors import RelayError
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.job_order import JobOrder, JobOrderState
from shared.domain.locale import Locale
from shared.domain.recommendation import Recommendation
from shared.domain.tokyo import day as tokyo_day
from shared.pages.catalogue import words as shared_words
from shared.pages.conditions import told
from shared.pages.when import day, last_day
from shared.table.recommendations import MOST, Recommendations
from shared.table.standings import Standings
from shared.wires import programme, table

SPENDS: Final = "credits:write"
RUNNING: Final = frozenset({JobOrderState.POSTED, JobOrderState.ACCEPTED})


def order_page(
    router: APIGatewayHttpRouter,
    company_id: CompanyId,
    of: JobOrderId,
    refused: RelayError | None = None,
) -> Response[str]:
    """As it is by now, with why it was refused."""
    owner, head, order = Standings(table()).order(company_id, of)
    here, reader, now = words(router, "job_order"), language(router), clock.now()
    state = refused.extra().get("state", "") if refused else ""
    why = here["refused"]
    values: dict[str, Any] = {
        "order": order,
        "head": head,
        "rules": programme().at(now),
        "dates": _dates(order, reader),
        "refusals": shared_words(reader, "orders")["refusals"],
        "conditions": list(told(order.conditions, _said(reader), reader)),
        "introduced": _introduced(owner, order, now, reader),
        "may_post": may(router, POSTS),
        "may_spend": may(router, SPENDS) and _may_spend(owner, now),
        "is_open": order.state in RUNNING,
        "is_over": bool(order.closes_on and tokyo_day(now) > order.closes_on),
        "done": done(router, "job_order"),
        "why": (why.get(f"{refused.code}-{state}") or why.get(refused.code)) if refused else None,
        "last_day": _last_day(order, reader),
    }
    status = page_status(refused)
    return shown(router, "job_order", HERE, values, place=owner.name, status=status)


def _said(reader: Locale) -> Mapping[str, Any]:
    found: Mapping[str, Any] = shared_words(reader, "consents")["conditions"]
    return found


def _may_spend(owner: Company, now: datetime) -> bool:
    try:
        owner.check_may_spend(now)
    except RelayError:
        return False
    return True


def _introduced(
    owner: Company, order: JobOrder, now: datetime, reader: Locale
) -> Sequence[Mapping[str, Any]]:
    """Whom the agency showed the company; nobody where it may not hire now."""
    if order.accepted_at is None or not _may_spend(owner, now):
        return []
    name = order.company_id, order.job_order_id
    found, _ = Recommendations(table()).page(*name, limit=MOST, after=None)
    return [_row(one, reader) for one in found if one.recommended_at]


def _row(one: Recommendation, reader: Locale) -> Mapping[str, Any]:
    assert one.recommended_at is not None
    return {
        "one": one,
        "on": day(tokyo_day(one.recommended_at), reader),
        "joined": day(one.joined_on, reader) if one.joined_on else "",
    }


def _dates(order: JobOrder, reader: Locale) -> Mapping[str, str]:
    moments = {
        "posted": order.posted_at,
        "accepted": order.accepted_at,
        "refused": order.refused_at,
        "closed": order.closed_at,
    }
    found = {name: day(tokyo_day(at), reader) for name, at in moments.items() if at}
    return found | ({"closes_on": day(order.closes_on, reader)} if order.closes_on else {})


def _last_day(order: JobOrder, reader: Locale) -> str:
    """Of the credit it holds."""
    return last_day(order.credit.expires_at, reader) if order.credit else ""
