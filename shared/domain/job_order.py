"""A job order: a hire a company asks the agency for, and what the law has it say (ESA 5-3)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Final

from shared.domain.credit import Lot
from shared.domain.errors import StateForbids
from shared.domain.fee import Fee
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.tokyo import TOKYO, day


class JobOrderState(StrEnum):
    POSTED = "posted"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    FILLED = "filled"
    CLOSED = "closed"


class Refusal(StrEnum):
    """The only reasons for which an agency need not take a job order on (ESA 5-6, items 1-6)."""

    UNLAWFUL_CONTENT = "unlawful_content"
    IMPROPER_CONDITIONS = "improper_conditions"
    LABOUR_LAW_OFFENDER = "labour_law_offender"
    CONDITIONS_NOT_STATED = "conditions_not_stated"
    ORGANISED_CRIME = "organised_crime"
    NO_SELF_DECLARATION = "no_self_declaration"


HOLDS_CREDIT: Final = "credit_reserved"
"""Said where a job order has its credit already."""
OVER: Final = "last_day_over"
"""Said where a job order is still to be closed by the clock."""
CHANGED: Final = "changed_meanwhile"
"""Said to whom decides on something that is another by now."""


@dataclass(frozen=True, slots=True)
class JobOrder:
    """`conditions` are the labour conditions, as shared.contracts.job_order names them.

    Args:
        fee: as the company was shown it, by the rules of the day it posted.
        notice_version: which notice of penalty clauses it acknowledged.
        closes_on: the last day somebody is looked for, by Tokyo's clock; None for no such day.
        filled: how many of its openings.
        credit: reserved for the next hire. One credit pays one.
        revision: how often it was changed.
    """

    job_order_id: JobOrderId
    company_id: CompanyId
    title: str
    state: JobOrderState
    posted_at: datetime
    fee: Fee
    openings: int
    conditions: Mapping[str, Any]
    notice_version: str
    closes_on: date | None = None
    accepted_at: datetime | None = None
    refused_at: datetime | None = None
    refusal: Refusal | None = None
    refusal_text: str | None = None
    closed_at: datetime | None = None
    """When it was filled or closed."""
    filled: int = 0
    credit: Lot | None = None
    revision: int = 0

    @property
    def income_jpy(self) -> int:
        return self.fee.income_jpy

    def check(self, *states: JobOrderState) -> None:
        """Raises StateForbids."""
        if self.state not in states:
            raise StateForbids(f"this job order is {self.state}", self.state)

    def check_seen(self, revision: int | None) -> None:
        """Raises StateForbids: it is not as it was read; None is whoever does not say."""
        if revision is not None and revision != self.revision:
            raise StateForbids("this job order was changed meanwhile", CHANGED)

    @property
    def over_at(self) -> datetime | None:
        """The midnight that ends its last day."""
        if self.closes_on is None:
            return None
        return datetime.combine(self.closes_on + timedelta(days=1), time(), TOKYO)

    def check_day(self, on: date) -> None:
        """Raises StateForbids: nothing new begins after its last day."""
        if self.closes_on and on > self.closes_on:
            raise StateForbids(f"this job order's last day was {self.closes_on}", OVER)

    def check_reservable(self, accepted_difference_jpy: int, on: date) -> None:
        """Raises StateForbids, FeeDifferenceNotAccepted."""
        self.check(JobOrderState.ACCEPTED)
        self.check_day(on)
        if self.credit is not None:
            raise StateForbids("this job order has its credit", HOLDS_CREDIT)
        self.fee.check_accepted(accepted_difference_jpy)

    def accepted(self, now: datetime) -> "JobOrder":
        """Raises StateForbids."""
        self.check(JobOrderState.POSTED)
        self.check_day(day(now))
        return replace(self, state=JobOrderState.ACCEPTED, accepted_at=now)

    def refused(self, refusal: Refusal, text: str, now: datetime) -> "JobOrder":
        """With its reason, which the company is told. Raises StateForbids."""
        self.check(JobOrderState.POSTED)
        said = replace(self, refusal=refusal, refusal_text=text)
        return replace(said, state=JobOrderState.REFUSED, refused_at=now)

    def closed(self, now: datetime) -> "JobOrder":
        """Its credit is let go with it. Raises StateForbids."""
        self.check(JobOrderState.POSTED, JobOrderState.ACCEPTED)
        return replace(self, state=JobOrderState.CLOSED, closed_at=now, credit=None)


def filled(order: JobOrder, now: datetime) -> JobOrder:
    """One more joined; its credit, if it had one, is spent. Raises StateForbids."""
    order.check(JobOrderState.ACCEPTED)
    after = replace(order, filled=order.filled + 1, credit=None)
    if after.filled < order.openings:
        return after
    return replace(after, state=JobOrderState.FILLED, closed_at=now)
