"""Which message a fact becomes for the company it is about. What is not here is not told.

`progress.updated` and `relay.formed` follow from no fact of one person: each has one of its own,
said where the published figure moved.
"""

from datetime import datetime
from typing import Any, Final

from shared.contracts.events import (
    ConnectionDegraded,
    CreditAdjusted,
    CreditConsumed,
    CreditExpired,
    CreditExpiring,
    CreditGranted,
    CreditReleased,
    CreditReserved,
    CreditRestored,
    CreditVoided,
    Event,
    JobOrderAccepted,
    JobOrderClosed,
    JobOrderPosted,
    JobOrderRefused,
    PartnerShown,
    ProgressMoved,
)
from shared.contracts.webhook import (
    ConnectionMessage,
    CreditMessage,
    JobOrderMessage,
    Message,
    ProgressMessage,
    RelayMessage,
    to_the_day,
)
from shared.contracts.webhook_data import ConnectionData, CreditData, JobOrderData, ProgressData
from shared.contracts.webhook_kinds import CreditKind, JobOrderKind

OF_CREDIT: Final[dict[type[Event], CreditKind]] = {
    CreditGranted: "credit.granted",
    CreditVoided: "credit.voided",
    CreditReserved: "credit.reserved",
    CreditReleased: "credit.released",
    CreditConsumed: "credit.consumed",
    CreditRestored: "credit.restored",
    CreditExpiring: "credit.expiring",
    CreditExpired: "credit.expired",
    CreditAdjusted: "credit.adjusted",
}
OF_JOB_ORDER: Final[dict[type[Event], JobOrderKind]] = {
    JobOrderPosted: "job_order.posted",
    JobOrderAccepted: "job_order.accepted",
    JobOrderRefused: "job_order.refused",
    JobOrderClosed: "job_order.closed",
}
TOLD: Final[tuple[type[Event], ...]] = (
    *OF_CREDIT,
    *OF_JOB_ORDER,
    ProgressMoved,
    PartnerShown,
    ConnectionDegraded,
)
"""What `tell` hears."""
_SAME: Final = ("number", "credit_id", "job_order_id", "days", "amount")


def told(fact: Event) -> Message | None:
    """None: no company hears of it."""
    at = to_the_day(fact.occurred_at)
    if credit := OF_CREDIT.get(type(fact)):
        return CreditMessage(type=credit, timestamp=at, data=_credit(fact))
    if order := OF_JOB_ORDER.get(type(fact)):
        data = JobOrderData.model_validate(fact, from_attributes=True)
        return JobOrderMessage(type=order, timestamp=at, data=data)
    return _of_its_own(fact, at)


def _of_its_own(fact: Event, at: datetime) -> Message | None:
    match fact:
        case ProgressMoved():
            figures = ProgressData.model_validate(fact, from_attributes=True)
            return ProgressMessage(timestamp=at, data=figures)
        case PartnerShown():
            return RelayMessage(timestamp=at, data=fact.row)
        case ConnectionDegraded():
            which = ConnectionData(connection_id=fact.connection_id, provider=fact.provider)
            return ConnectionMessage(timestamp=at, data=which)
    return None


def _credit(fact: Event) -> CreditData:
    same: dict[str, Any] = {name: getattr(fact, name, None) for name in _SAME}
    return CreditData(**same, expires_at=_end(fact))


def _end(fact: Event) -> datetime | None:
    match fact:
        case CreditGranted(expires_at=end) | CreditExpiring(until=end):
            return to_the_day(end) if end else None
    return None
