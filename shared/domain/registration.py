"""A candidate's registration, from the form to its verdict."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from shared.domain.consent import Consents
from shared.domain.errors import CodeExpired, ResendLimit
from shared.domain.ids import CompanyId, LinkId, RegistrationId
from shared.domain.locale import Locale

CODE_VALID: Final = timedelta(minutes=15)
MAX_TRIES: Final = 5
MAX_ISSUES: Final = 3
ISSUES_PER_ADDRESS_AND_HOUR: Final = 5
UNVERIFIED_KEPT: Final = timedelta(hours=24)


class State(StrEnum):
    SUBMITTED = "submitted"
    VERIFIED = "verified"
    HELD = "held"
    COUNTED = "counted"
    NOT_COUNTED = "not_counted"
    REVERSED = "reversed"


UNDECIDED: Final = frozenset({State.SUBMITTED, State.VERIFIED, State.HELD})


class Reason(StrEnum):
    DUPLICATE_SAME_COMPANY = "duplicate_same_company"
    DUPLICATE_OTHER_COMPANY = "duplicate_other_company"
    ALREADY_REGISTERED = "already_registered"
    UNVERIFIED = "unverified"
    SUSPECTED_FRAUD = "suspected_fraud"
    LINK_CLOSED = "link_closed"
    COMPANY_SUSPENDED = "company_suspended"
    VOIDED_BY_COMPANY = "voided_by_company"
    OUT_OF_SCOPE = "out_of_scope"
    WITHDRAWN = "withdrawn"


class Signal(StrEnum):
    """Why a person should look before this counts."""

    OWN_DOMAIN = "own_domain"
    MEMBER_ADDRESS = "member_address"
    DISPOSABLE_DOMAIN = "disposable_domain"
    SAME_PHONE = "same_phone"
    BURST = "burst"
    PAID_TRAFFIC = "paid_traffic"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the person typed, as typed."""

    email: str
    full_name: str
    phone: str | None = None
    desired_occupation: str | None = None
    desired_location: str | None = None


NOBODY: Final = Candidate(email="", full_name="")
"""What is left of somebody who was erased."""


@dataclass(frozen=True, slots=True)
class Registration:
    registration_id: RegistrationId
    company_id: CompanyId
    link_id: LinkId
    candidate: Candidate
    consents: Consents
    locale: Locale
    submitted_at: datetime
    code_until: datetime
    rule_version: int
    state: State = State.SUBMITTED
    tries: int = 0
    issue: int = 1
    exclusion: Reason | None = None
    signals: tuple[Signal, ...] = ()
    verified_at: datetime | None = None
    """Known once it was verified and did not get its verdict at once."""
    held_for: str | None = None
    """What it waits for while held (shared.domain.hold.HeldFor)."""
    held_until: datetime | None = None

    @property
    def is_erased(self) -> bool:
        return self.candidate == NOBODY

    @property
    def tries_left(self) -> int:
        return max(0, MAX_TRIES - self.tries)

    def check_code_alive(self, now: datetime) -> None:
        """Raise CodeExpired once its 15 minutes are over, or its tries used up undecided."""
        spent = self.state is State.SUBMITTED and self.tries >= MAX_TRIES
        if now >= self.code_until or spent:
            raise CodeExpired("this code is no longer good; ask for a new one or start again")

    def reissued(self, now: datetime) -> "Registration":
        """The next code; the one before stops working. The tries go on.

        Raises:
            CodeExpired: decided already, or its tries used up.
            ResendLimit: three codes were sent.
        """
        if self.state is not State.SUBMITTED or self.tries >= MAX_TRIES:
            raise CodeExpired("this registration takes no new code; start again")
        if self.issue >= MAX_ISSUES:
            raise ResendLimit("three codes were sent; start again", retry_after=900)
        return replace(self, issue=self.issue + 1, code_until=now + CODE_VALID)
