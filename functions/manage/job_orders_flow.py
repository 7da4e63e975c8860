"""A company posts a job order, and changes it until the agency has looked."""

from collections.abc import Mapping, Set
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from shared.contracts.events import JobOrderPosted
from shared.domain import terms, tokyo
from shared.domain.errors import InvalidRequest, NoCreditAvailable, StateForbids
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.job_order import JobOrder, JobOrderState
from shared.domain.ledger import Head
from shared.domain.once import Once, Reply
from shared.domain.redemption import Standing
from shared.ports.hiring import JobOrders
from shared.ports.ledger import Credits
from shared.retry import retry_on_conflict

ALL: Final = frozenset({"closes_on", "conditions", "fee"})
"""What an order says that may be over, or disagree."""


@retry_on_conflict
def post(
    order: JobOrder, *, once: Once | None, reply: Reply, orders: JobOrders, credits: Credits
) -> None:
    """A company that left has somebody looked for only while a credit of its own is there to spend.

    What was answered once is answered again, though its first day is over by then.

    Raises:
        Answered, IdempotencyMismatch, InvalidRequest, CompanyNotActive
        StateForbids: the company left, and has no credit, or no time.
    """
    try:
        _check(order, ALL, tokyo.day(order.posted_at))
    except InvalidRequest:
        orders.replay(once)
        raise
    try:
        orders.post(order, _posted(order), once, reply)
    except StateForbids as left:
        spends = _spends(credits.standing(order.company_id), order.posted_at, left)
        orders.post(order, _posted(order), once, reply, spends=spends)


def _spends(standing: Standing, now: datetime, left: StateForbids) -> Head:
    """Behind which head a credit is there to spend. Raises `left` where there is none."""
    try:
        standing.soonest(now)
    except NoCreditAvailable:
        raise left from None
    return standing.head


def _posted(order: JobOrder) -> JobOrderPosted:
    return JobOrderPosted(
        event_id=f"job_posted:{order.job_order_id}",
        occurred_at=order.posted_at,
        company_id=order.company_id,
        job_order_id=order.job_order_id,
    )


@retry_on_conflict
def change(
    company_id: CompanyId,
    job_order_id: JobOrderId,
    said: Mapping[str, Any],
    *,
    orders: JobOrders,
    on: date,
) -> JobOrder:
    """What was said, and nothing else, until the agency has looked.

    Raises:
        JobOrderNotFound, StateForbids, InvalidRequest
    """
    before = orders.find(company_id, job_order_id)
    before.check(JobOrderState.POSTED)
    after = replace(before, **said)
    _check(after, said.keys(), on)
    orders.change(before, after)
    return after


def _check(order: JobOrder, said: Set[str], on: date) -> None:
    """Raises InvalidRequest: what is said is over already, or does not agree."""
    if "closes_on" in said and order.closes_on and order.closes_on < on:
        raise InvalidRequest("closes_on is over already", {"closes_on": "malformed"})
    if "conditions" in said:
        terms.check_start(order.conditions, on)
    if {"conditions", "fee"} & said:
        terms.check_income(order.income_jpy, order.conditions, on)
