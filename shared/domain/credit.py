"""A free-hire credit: one lot per milestone, with its own expiry."""

import calendar
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shared.domain.ids import CompanyId
from shared.domain.rules import RULES


class LotState(StrEnum):
    AVAILABLE = "available"
    RESERVED = "reserved"
    CONSUMED = "consumed"
    EXPIRED = "expired"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class Lot:
    credit_id: str
    company_id: CompanyId
    number: int
    state: LotState
    granted_at: datetime
    expires_at: datetime
    job_order_id: str | None = None


def expiry(granted_at: datetime) -> datetime:
    """The same day of the month, `credit_months` later; the month's last day where it has none.

    >>> expiry(datetime(2024, 2, 29)).isoformat()
    '2026-02-28T00:00:00'
    """
    years, month = divmod(granted_at.month - 1 + RULES.credit_months, 12)
    year = granted_at.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return granted_at.replace(year=year, month=month + 1, day=min(granted_at.day, last))
