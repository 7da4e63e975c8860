"""A job order as an item, and back."""

from dataclasses import asdict
from datetime import date
from typing import Any, Final

from shared.domain.errors import JobOrderNotFound
from shared.domain.fee import Fee
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.job_order import JobOrder, JobOrderState, Refusal
from shared.table import keys, lot_item
from shared.table.codec import due, optional_moment, stamp

DIFFERENCE: Final = "difference_jpy"
"""Of the fee, where a guard can compare it."""
TAKEN: Final = "has_credit"
LAST_DAY: Final = "last_day"
"""`closes_on` where a guard can compare it: it is always there."""
_TIMES: Final = ("posted_at", "accepted_at", "refused_at", "closed_at")


def to_item(order: JobOrder) -> dict[str, Any]:
    """It is in the agency's inbox for as long as it is posted, and then in the clock's."""
    times = {name: getattr(order, name) for name in _TIMES}
    return {
        **{name: getattr(order, name) for name in JobOrder.__dataclass_fields__},
        **{name: stamp(at) if at else None for name, at in times.items()},
        "closes_on": str(order.closes_on) if order.closes_on else None,
        "fee": asdict(order.fee),
        "conditions": dict(order.conditions),
        "credit": lot_item.to_item(order.credit) if order.credit else None,
        TAKEN: order.credit is not None,
        DIFFERENCE: order.fee.with_credit_jpy,
        LAST_DAY: str(order.closes_on or date.max),
        **_waits(order),
        **_listed(order),
    }


def _waits(order: JobOrder) -> dict[str, Any]:
    match order.state:
        case JobOrderState.POSTED:
            return due(keys.inbox(keys.Inbox.JOB_ORDERS), order.posted_at)
        case JobOrderState.ACCEPTED if order.over_at:
            return due(keys.ending_shard_of(order.company_id), order.over_at)
    return dict.fromkeys(keys.DUE)


def _listed(order: JobOrder) -> dict[str, Any]:
    """Accepted ones, company by company."""
    if order.state is not JobOrderState.ACCEPTED:
        return dict.fromkeys(keys.LISTED)
    return {
        keys.COMPANY_PARTITION: keys.OPEN_ORDERS,
        keys.COMPANY_SORT: f"{order.company_id}#{order.job_order_id}",
    }


def found(item: dict[str, Any] | None) -> JobOrder:
    """Raises JobOrderNotFound."""
    if not item:
        raise JobOrderNotFound("no such job order")
    return from_item(item)


def from_item(item: dict[str, Any]) -> JobOrder:
    return JobOrder(
        job_order_id=JobOrderId(item["job_order_id"]),
        company_id=CompanyId(item["company_id"]),
        title=item["title"],
        state=JobOrderState(item["state"]),
        fee=Fee(**item["fee"]),
        openings=item["openings"],
        conditions=item["conditions"],
        notice_version=item["notice_version"],
        closes_on=date.fromisoformat(item["closes_on"]) if item.get("closes_on") else None,
        refusal=Refusal(item["refusal"]) if item.get("refusal") else None,
        refusal_text=item.get("refusal_text"),
        filled=item["filled"],
        credit=lot_item.from_item(item["credit"]) if item.get("credit") else None,
        revision=item["revision"],
        **_times(item),
    )


def _times(item: dict[str, Any]) -> dict[str, Any]:
    return {name: optional_moment(item.get(name)) for name in _TIMES}
