"""A job order: a hire a company asks the agency for, and what the law has it say (ESA 5-3)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from shared.domain.ids import CompanyId, JobOrderId


class JobOrderState(StrEnum):
    POSTED = "posted"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    FILLED = "filled"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Reserved:
    """The credit attached to a job order, by its lot's number and turn."""

    number: int
    turn: int


@dataclass(frozen=True, slots=True)
class JobOrder:
    """`income_jpy` is the theoretical annual income; `conditions` the labour conditions."""

    job_order_id: JobOrderId
    company_id: CompanyId
    title: str
    state: JobOrderState
    posted_at: datetime
    income_jpy: int
    openings: int
    conditions: dict[str, str]
    closes_on: date | None = None
    refusal: str | None = None
    credit: Reserved | None = None
    accepted_at: datetime | None = None
