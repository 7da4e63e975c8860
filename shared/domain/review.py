"""A registration as an adviser looks at it."""

from dataclasses import dataclass
from datetime import datetime

from shared.domain.ids import CompanyId, RegistrationId
from shared.domain.registration import Reason, Registration


@dataclass(frozen=True, slots=True)
class Review:
    """
    Args:
        reason: why it does not count, or no more.
        held_for: `signals`, `acceptance` or `period`.
    """

    registration: Registration
    reason: Reason | None = None
    held_for: str | None = None
    held_until: datetime | None = None
    decided_at: datetime | None = None
    reversed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Misgiving:
    """A counted registration its company said was made by mistake: a person decides."""

    registration_id: RegistrationId
    company_id: CompanyId
    window_id: str
    since: datetime
