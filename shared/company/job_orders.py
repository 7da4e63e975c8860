"""A company posts a job order, and changes it until the agency has looked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from shared.contracts.events import JobOrderPosted
from shared.contracts.job_order import JobOrderChange, JobOrderRequest
from shared.domain import terms, tokyo
from shared.domain.errors import InvalidRequest, NoCreditAvailable, StateForbids
from shared.domain.fee import fee
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.job_order import JobOrder, JobOrderState
from shared.domain.ledger import Head
from shared.domain.redemption import Standing
from shared.domain.rules import Rules
from shared.ports.hiring import JobOrders
from shared.ports.ledger import Credits
from shared.retry import retry_on_conflict


def drawn_up(
    asked: JobOrderRequest,
    name: tuple[CompanyId, JobOrderId],
    *,
    notice_version: str,
    rules: Rules,
    now: datetime,
) -> JobOrder:
    """With what it costs by the rules of the day. Raises InvalidRequest."""
    company_id, job_order_id = name
    check_last_day(asked.closes_on, now)
    order = JobOrder(
        job_order_id=job_order_id,
        company_id=company_id,
        title=asked.title,
        state=JobOrderState.POSTED,
        posted_at=now,
        fee=fee(asked.annual_income_jpy, rules),
        openings=asked.openings,
        conditions=asked.conditions.model_dump(mode="json", exclude_none=True),
        notice_version=notice_version,
        closes_on=asked.closes_on,
    )
    terms.check_start(order.conditions, tokyo.day(now))
    terms.check_income(order.income_jpy, order.conditions, tokyo.day(now))
    return order


def check_last_day(closes_on: date | None, now: datetime) -> None:
    """Raises InvalidRequest."""
    if closes_on and closes_on < tokyo.day(now):
        raise InvalidRequest("closes_on is over already", {"closes_on": "malformed"})


@retry_on_conflict
def post(order: JobOrder, *, orders: JobOrders, credits: Credits) -> None:
    """A company that left has somebody looked for only while a credit of its own is there to spend.

    Raises:
        CompanyNotActive
        StateForbids: the company left, and has no credit, or no time.
    """
    event = JobOrderPosted(
        event_id=f"job_posted:{order.job_order_id}",
        occurred_at=order.posted_at,
        company_id=order.company_id,
        job_order_id=order.job_order_id,
    )
    try:
        orders.post(order, event)
    except StateForbids as left:
        spends = _spends(credits.standing(order.company_id), order.posted_at, left)
        orders.post(order, event, spends=spends)


def _spends(standing: Standing, now: datetime, left: StateForbids) -> Head:
    """Behind which head a credit is there to spend. Raises `left` where there is none."""
    try:
        standing.soonest(now)
    except NoCreditAvailable:
        raise left from None
    return standing.head


@retry_on_conflict
def change(
    company_id: CompanyId,
    job_order_id: JobOrderId,
    changed: Callable[[JobOrder], JobOrder],
    *,
    orders: JobOrders,
    written: Callable[[JobOrder, JobOrder], JobOrders],
) -> JobOrder:
    """Until the agency has looked. Raises JobOrderNotFound, StateForbids."""
    before = orders.find(company_id, job_order_id)
    before.check(JobOrderState.POSTED)
    after = changed(before)
    written(before, after).change(before, after)
    return after


def as_asked(asked: JobOrderChange, rules: Rules, on: date) -> Callable[[JobOrder], JobOrder]:
    """What was said, and nothing else; another income is another fee."""
    said = asked.model_fields_set & {"title", "openings"}
    values: dict[str, Any] = {name: getattr(asked, name) for name in said}
    values = {name: value for name, value in values.items() if value is not None}
    if "closes_on" in asked.model_fields_set:
        values["closes_on"] = asked.closes_on
    if asked.conditions:
        values["conditions"] = asked.conditions.model_dump(mode="json", exclude_none=True)
    if asked.annual_income_jpy:
        values["fee"] = fee(asked.annual_income_jpy, rules)

    def change(before: JobOrder) -> JobOrder:
        after = replace(before, **values)
        if asked.conditions:
            terms.check_start(after.conditions, on)
        if {"conditions", "fee"} & values.keys():
            terms.check_income(after.income_jpy, after.conditions, on)
        return after

    return change


def told(before: JobOrder, after: JobOrder) -> dict[str, str]:
    """What a change changed, as the audit log keeps it: `<field>.before`, `<field>.after`."""
    shown = [_shown(order) for order in (before, after)]
    found = {
        f"{name}.{side}": values[name]
        for name in shown[0]
        if shown[0][name] != shown[1][name]
        for side, values in zip(("before", "after"), shown, strict=True)
    }
    return found | ({"conditions": "changed"} if before.conditions != after.conditions else {})


def _shown(order: JobOrder) -> dict[str, str]:
    return {
        "title": order.title,
        "openings": str(order.openings),
        "closes_on": str(order.closes_on or ""),
        "annual_income_jpy": str(order.income_jpy),
    }
