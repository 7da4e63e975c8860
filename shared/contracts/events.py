"""The facts the relay tells the world. What is not here is not on the bus.

A contract only grows: new fields are optional, old fields keep their meaning, and a change that
breaks a reader is a new version. Thin: ids and counts, never a person's data.
"""

from datetime import datetime
from typing import Any, ClassVar, Final, Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, PositiveInt

from shared.contracts.relay import RelayAnswer
from shared.contracts.snippet import Stage, Tone
from shared.domain.credit import Lot
from shared.domain.locale import Locale


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


class ProgressMoved(Event):
    """What a company reads of its count is other than before: three more, a milestone, a reversal.

    As published, never as it is.
    """

    company_id: str
    counted: int
    toward_next: int
    to_next: int
    milestones: int
    carried_deficit: int


class PartnerShown(Event):
    """A company reads of hiring partners it did not read of before: a row of its own list."""

    company_id: str
    row: RelayAnswer


class EndpointDisabled(Event):
    """Nothing is sent to a company's webhook any more, until it turns it on again."""

    company_id: str
    endpoint_id: str
    why: Literal["gone", "failing"]


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


class SignInAsked(Event):
    """A code is due, if the address is anybody's here. Said once for each code asked for."""

    sign_in_id: str
    issue: PositiveInt


class MemberInvited(Event):
    """Somebody may sign in for a company from now on."""

    company_id: str
    member_id: str


class ColleagueInvited(Event):
    """Somebody may sign in for the agency from now on; `member` is their id there."""

    member: str
    locale: Locale


class SampleAsked(Event):
    """Somebody at a company wants to see a sentence of the library in their own mailbox."""

    company_id: str
    member_id: str
    link_id: str
    stage: Stage
    tone: Tone
    locale: Literal["ja", "en"]


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
    expires_at: AwareDatetime | None = Field(default=None, description="Until when it is good.")


class CreditVoided(Event):
    """A credit was taken back with the count it stood on, or paid for a deficit later."""

    company_id: str
    number: int = Field(description="The milestone's that earned it; below 0 an adjustment's.")


class _OfCredit(Event):
    company_id: str
    credit_id: str
    number: int = Field(description="The milestone's that earned it; below 0 an adjustment's.")

    @classmethod
    def of(cls, lot: Lot, event_id: str, now: datetime, **more: Any) -> Self:
        """`more` as the kind of fact asks for it."""
        return cls(
            event_id=event_id,
            occurred_at=now,
            company_id=lot.company_id,
            credit_id=lot.credit_id,
            number=lot.number,
            **more,
        )


class CreditReserved(_OfCredit):
    """A company attached a credit to a job order."""

    job_order_id: str


class CreditReleased(_OfCredit):
    """The job order ended without a hire; the credit is available again."""

    job_order_id: str


class CreditConsumed(_OfCredit):
    """Somebody joined: the hire is free."""

    job_order_id: str
    recommendation_id: str | None = Field(default=None, description="Which hire it paid for.")


class CreditRestored(_OfCredit):
    """Who joined left early; the credit is available again, this once."""


class CreditExpiring(_OfCredit):
    """Which notice this is, by its days; `until` is when it is over."""

    days: PositiveInt
    until: AwareDatetime


class CreditExpired(_OfCredit):
    """Nobody reserved it in its time."""


class CreditAdjusted(_OfCredit):
    """Two people at the agency gave a credit (1) or took one (-1)."""

    amount: Literal[1, -1]


class _OfJobOrder(Event):
    company_id: str
    job_order_id: str


class JobOrderPosted(_OfJobOrder):
    """A company asks for a hire."""


class JobOrderAccepted(_OfJobOrder):
    """The agency takes it on."""


class JobOrderRefused(_OfJobOrder):
    """The agency may not, or must not, take it on."""

    reason: str


class JobOrderClosed(_OfJobOrder):
    """It is over, filled or not."""


class _OfRecommendation(_OfJobOrder):
    """`company_id` is who hires."""

    recommendation_id: str
    candidate_id: str


class ConsentAsked(_OfRecommendation):
    """A candidate is asked whether this company may see them for this job."""


class CandidateRecommended(_OfRecommendation):
    """The company was shown a candidate who agreed to it."""


class CandidateJoined(_OfRecommendation):
    """A recommended candidate began to work there."""


class RelayFormed(Event):
    """A candidate one company let go joined another: the two are hiring partners from now on.

    For the relay's own readers: said of the first person, while a company hears of an edge from
    three people on. No mail or webhook may carry it to either of the two.
    """

    referred_by: str
    hired_by: str


class _OfCandidate(Event):
    candidate_id: str


class AdviserAssigned(_OfCandidate):
    """The candidate is told who their adviser is."""


class MessageLeft(_OfCandidate):
    """Somebody at the agency wrote to the candidate; what, is read on the page."""

    message_id: str


class CheckInDue(_OfCandidate):
    """Time to ask how it goes, where the candidate wants to be asked."""

    after: Literal["30_days", "6_months", "1_year"]


class CandidateWithdrawn(_OfCandidate):
    """They want no support any more; what is undecided of them will not count."""


class FilesMerged(_OfCandidate):
    """A person at the agency found two files to be one candidate's; `candidate_id` is kept."""

    merged_id: str


class ErasureBegun(_OfCandidate):
    """They are to be forgotten. Whoever hears it does it, and again until all is gone."""


class CandidateErased(_OfCandidate):
    """What the law does not make us keep of them is gone."""


class AddressAsked(_OfCandidate):
    """They gave another mail address; a code is due there."""

    change_id: str


class AddressMoved(_OfCandidate):
    """Their mails go to another address from now on; the one before is told."""

    change_id: str


class RightsCodeAsked(Event):
    """Somebody asks about their data; a code is due at the address on file, to prove it is they."""

    request_id: str
    issue: PositiveInt


class CompanyApproved(Event):
    """The agency let a company in."""

    company_id: str


class CompanySuspended(Event):
    """Nothing counts for it, and it spends no credit, until it is resumed."""

    company_id: str


class CompanyResumed(Event):
    """A suspended company goes on."""

    company_id: str


class CompanyLeft(Event):
    """Nothing counts for it from now on; its credits may be used until then."""

    company_id: str
    usable_until: AwareDatetime


class ReconcileDifference(Event):
    """What is kept of a company is not what follows from what happened; the log says where.

    Said once for a company and a day.
    """

    company_id: str
    differences: PositiveInt = Field(description="How many were found.")


class _OfApplication(Event):
    """At a connected ATS. `application_id` is ours, and opaque."""

    company_id: str
    connection_id: str
    application_id: str


class ApplicationCreated(_OfApplication):
    """Somebody applied; their mail may get a link of its own."""


class ApplicationRejected(_OfApplication):
    """The company let them go: the link is live."""

    stage: str = Field(default="unknown", description="How far they came.")


class ApplicationUnrejected(_OfApplication):
    """The company took it back: the link sleeps."""


class ApplicationHired(_OfApplication):
    """The company hired them; the link is closed."""


class CandidateErasedAtSource(_OfApplication):
    """The ATS forgot who applied. Said of each of their applications."""


class ConnectionDegraded(Event):
    """Its company has to look: deliveries are not believed, or the vendor refuses what we ask."""

    company_id: str
    connection_id: str
    provider: str
    ills: tuple[str, ...] = Field(description="refused, access.")


class ImportWaits(Event):
    """A company's file is to be read, from this row on."""

    company_id: str
    connection_id: str
    import_id: str
    gone_over: int


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
    ProgressMoved,
    PartnerShown,
    EndpointDisabled,
    CreditGranted,
    CreditVoided,
    CreditReserved,
    CreditReleased,
    CreditConsumed,
    CreditRestored,
    CreditExpiring,
    CreditExpired,
    CreditAdjusted,
    JobOrderPosted,
    JobOrderAccepted,
    JobOrderRefused,
    JobOrderClosed,
    ConsentAsked,
    CandidateRecommended,
    CandidateJoined,
    RelayFormed,
    AdviserAssigned,
    MessageLeft,
    CheckInDue,
    CandidateWithdrawn,
    FilesMerged,
    ErasureBegun,
    CandidateErased,
    CompanyApproved,
    CompanySuspended,
    CompanyResumed,
    CompanyLeft,
    ReconcileDifference,
    ApplicationCreated,
    ApplicationRejected,
    ApplicationUnrejected,
    ApplicationHired,
    CandidateErasedAtSource,
    ConnectionDegraded,
    ImportWaits,
    MailBounced,
    SignInAsked,
    MemberInvited,
    ColleagueInvited,
    SampleAsked,
    AddressAsked,
    AddressMoved,
    RightsCodeAsked,
)
BY_NAME: Final = {event.detail_type: event for event in EVENTS}
