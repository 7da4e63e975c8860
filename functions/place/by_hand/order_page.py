"""One job order as it is by now: what it states, costs and came to, and what may be done."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.place.by_hand.job_orders import HERE, path_of
from functions.place.by_hand.order_forms import why
from functions.place.by_hand.room import done, shown, words
from functions.place.by_hand.stated import stated
from functions.place.by_hand.told import name_of
from functions.place.ordering import Of
from shared import clock, programs
from shared.contracts.problem import page_status
from shared.domain.errors import InvalidRequest, RelayError
from shared.domain.fee import Fee, fee
from shared.domain.job_order import JobOrder, JobOrderState
from shared.domain.locale import Locale
from shared.domain.recommendation import Recommendation
from shared.domain.tokyo import day as tokyo_day
from shared.forms import mistakes, number
from shared.pages.catalogue import words as shared_words
from shared.pages.when import day, day_of, last_day
from shared.rooms import language, may, query, start
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from shared.table.recommendations import MOST, Recommendations
from shared.table.standings import Standings
from shared.wires import programme, table

RUNNING: Final = frozenset({JobOrderState.POSTED, JobOrderState.ACCEPTED})
HIGHEST: Final = 1_000_000_000
"""Yen a year, as the contract of a job order has it."""


def order_page(
    router: APIGatewayHttpRouter,
    of: Of,
    refused: RelayError | None = None,
    typed: Mapping[str, str] | None = None,
) -> Response[str]:
    """Three requests at most. With why an act was refused, and what was typed."""
    company, head, order = Standings(table()).order(*of)
    here, reader, now = words(router, "job_order"), language(router), clock.now()
    fields = refused.fields if isinstance(refused, InvalidRequest) else {}
    wrong = mistakes(fields, here["errors"])
    income, reckoned = _reckoned(router, order)
    if reckoned is None:
        wrong["income"] = here["errors"]["income"]
    introduced, following = _introduced(router, order)
    values: dict[str, Any] = {
        "company": company,
        "head": head,
        "order": order,
        "up": path_of(order.company_id),
        "at": path_of(*of),
        "dates": _dates(order, reader),
        "conditions": (conditions := list(stated(order.conditions, reader))),
        "lacking": [one.label for one in conditions if one.is_missing],
        "refusals": shared_words(reader, "orders")["refusals"],
        "fee": reckoned,
        "percent": programme().version(order.fee.rule_version).fee_percent,
        "introduced": introduced,
        "following": programs.cursor(following),
        "is_later": "cursor" in query(router),
        "may_write": may(router, "agency:write"),
        "is_running": order.state in RUNNING,
        "is_over": bool(order.closes_on and tokyo_day(now) > order.closes_on),
        "until": last_day(order.credit.expires_at, reader) if order.credit else "",
        "done": done(router, "job_order"),
        "why": why(refused, here["refused"]) if refused and not fields else None,
        "mistakes": wrong,
        "values": {"income": income, **(typed or {})},
    }
    status = page_status(refused, wrong)
    return shown(router, "job_order", HERE, values, status=status)


def _reckoned(router: APIGatewayHttpRouter, order: JobOrder) -> tuple[str, Fee | None]:
    """What was asked, and the fee of it by the rules the order was posted under."""
    asked = query(router).get("income", "").strip()
    if not asked:
        return "", order.fee
    income = number(asked)
    if not isinstance(income, int) or not 1 <= income <= HIGHEST:
        return asked, None
    return asked, fee(income, programme().version(order.fee.rule_version))


def _introduced(
    router: APIGatewayHttpRouter, order: JobOrder
) -> tuple[Sequence[Mapping[str, Any]], str | None]:
    """Who was asked, oldest first, and how far each is; nobody before it was accepted."""
    if order.accepted_at is None:
        return [], None
    name = order.company_id, order.job_order_id
    after = start(router, keys.recommendations(order.job_order_id))
    found, following = Recommendations(table()).page(*name, limit=MOST, after=after)
    files = CandidateFiles(table()).several([one.candidate_id for one in found]) if found else []
    rows = zip(found, files, strict=True)
    return [_row(one, name_of(file), language(router)) for one, file in rows], following


def _row(one: Recommendation, name: str, reader: Locale) -> Mapping[str, Any]:
    dates = {
        "asked": day_of(one.asked_at, reader),
        "answered": day_of(one.answered_at, reader) if one.answered_at else "",
        "recommended": day_of(one.recommended_at, reader) if one.recommended_at else "",
        "joined": day(one.joined_on, reader) if one.joined_on else "",
    }
    return {"one": one, "name": name, **dates}


def _dates(order: JobOrder, reader: Locale) -> Mapping[str, str]:
    moments = {
        "posted": order.posted_at,
        "accepted": order.accepted_at,
        "refused": order.refused_at,
        "closed": order.closed_at,
    }
    found = {name: day_of(at, reader) for name, at in moments.items() if at}
    return found | ({"closes_on": day(order.closes_on, reader)} if order.closes_on else {})
