"""A free-hire credit: one lot per milestone, with its own expiry."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from shared.domain.ids import CompanyId
from shared.domain.rules import Rules


class LotState(StrEnum):
    AVAILABLE = "available"
    RESERVED = "reserved"
    CONSUMED = "consumed"
    EXPIRED = "expired"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class Lot:
    """`number` is the milestone's that earned it; below 0, the adjustment's that gave it.

    Args:
        turn: how often it was reserved. Each turn ends once, consumed or released.
    """

    credit_id: str
    company_id: CompanyId
    number: int
    state: LotState
    granted_at: datetime
    expires_at: datetime
    job_order_id: str | None = None
    turn: int = 0


def expiry(granted_at: datetime, rules: Rules) -> datetime:
    """The same day of the month, `credit_months` later; the month's last day where it has none.

    >>> from shared.domain.rules import FIRST
    >>> expiry(datetime(2024, 2, 29), FIRST).isoformat()
    '2026-02-28T00:00:00'
    """
    years, month = divmod(granted_at.month - 1 + rules.credit_months, 12)
    year = granted_at.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return granted_at.replace(year=year, month=month + 1, day=min(granted_at.day, last))


def restored_until(expires_at: datetime, on: date, rules: Rules) -> datetime:
    """The credit's own expiry, or `restored_days` whole days after the day it came back.

    >>> from shared.domain.rules import FIRST
    >>> restored_until(datetime(2027, 1, 1, tzinfo=UTC), date(2026, 12, 1), FIRST).isoformat()
    '2027-03-02T00:00:00+00:00'
    """
    return max(expires_at, at_least_until(on, rules))


def at_least_until(on: date, rules: Rules) -> datetime:
    """What comes back is good for this long."""
    return datetime.combine(on, time(), UTC) + timedelta(days=rules.restored_days + 1)


def newest(available: Iterable[Lot]) -> Lot | None:
    """The credit to give way: granted last, whoever gave it."""
    return max(available, key=lambda lot: (lot.granted_at, lot.number), default=None)
