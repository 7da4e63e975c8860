"""The facts the relay tells the world. What is not here is not on the bus.

A contract only grows: new fields are optional, old fields keep their meaning, and a change that
breaks a reader is a new version. Thin: ids and counts, never a person's data.
"""

from typing import Any, ClassVar, Final, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, PositiveInt


class Event(BaseModel):
    """Readers ignore what they do not know; writers are checked here, before the bus."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    detail_type: ClassVar[str]

    event_id: str = Field(description="Derived from the fact, so a repeated fact repeats its id.")
    occurred_at: AwareDatetime
    version: Literal[1] = 1

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        cls.detail_type = cls.__name__


class _OfRegistration(Event):
    company_id: str
    registration_id: str


class RegistrationSubmitted(_OfRegistration):
    """A code is due. Said once for each code asked for; `issue` 1 is the registration itself."""

    issue: PositiveInt


class RegistrationVerified(_OfRegistration):
    """The typed code was right; the count is still to come (company's tally was contended)."""


class ReferralCounted(_OfRegistration):
    """The registration counts for its company."""


class ReferralHeld(_OfRegistration):
    """A person at the agency looks before it counts."""

    signals: tuple[str, ...]


class ReferralNotCounted(_OfRegistration):
    """The registration will not count; the candidate is supported all the same."""

    reason: str


class ReferralReversed(_OfRegistration):
    """A counted registration was taken back."""

    reason: str


class MilestoneReached(Event):
    """Said once for every tenth counted referral of a company."""

    company_id: str
    number: PositiveInt = Field(description="1 for the tenth referral, 2 for the twentieth.")


class CreditGranted(Event):
    """A milestone's credit is in the ledger."""

    company_id: str
    credit_id: str
    number: PositiveInt
    counted: PositiveInt = Field(description="The company's counted referrals with this one.")


class CreditVoided(Event):
    """A credit was taken back with the count it stood on."""

    company_id: str
    number: PositiveInt


class CompanyApproved(Event):
    """The agency let a company in."""

    company_id: str


class MailBounced(Event):
    """An address takes no mail, or does not want it. Which address is not said here."""

    kind: Literal["bounce", "complaint"]
    registration_id: str | None = None


EVENTS: Final[tuple[type[Event], ...]] = (
    RegistrationSubmitted,
    RegistrationVerified,
    ReferralCounted,
    ReferralHeld,
    ReferralNotCounted,
    ReferralReversed,
    MilestoneReached,
    CreditGranted,
    CreditVoided,
    CompanyApproved,
    MailBounced,
)
BY_NAME: Final = {event.detail_type: event for event in EVENTS}
