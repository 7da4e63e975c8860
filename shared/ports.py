"""What a flow needs from the world, said in the domain's words. Nobody inherits from these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from shared.domain.access import Caller
from shared.domain.adjustment import Adjustment
from shared.domain.books import Figures, Grounds
from shared.domain.candidate_file import CandidateFile
from shared.domain.check_in import CheckIn, Outcome
from shared.domain.company import Company
from shared.domain.credit import Lot
from shared.domain.duplicate import Answer as Verdict
from shared.domain.duplicate import Duplicate
from shared.domain.edition import Edition
from shared.domain.entry import Entry
from shared.domain.filed import Filing, Known, Marks
from shared.domain.hold import BY_SIGNALS, Hold
from shared.domain.ids import (
    CandidateId,
    CompanyId,
    CvId,
    JobOrderId,
    LinkId,
    PersonKey,
    RecommendationId,
    RegistrationId,
    Slug,
)
from shared.domain.job_order import JobOrder
from shared.domain.ledger import Head, Posting
from shared.domain.link import Doorway, Link
from shared.domain.member import Member
from shared.domain.message import Message
from shared.domain.milestone import Milestone, Step, Tally
from shared.domain.once import Once, Reply
from shared.domain.outbox import Said
from shared.domain.placement import Joining, Leaving, Placing
from shared.domain.provision import Provision
from shared.domain.recommendation import Recommendation
from shared.domain.redemption import Move, Standing
from shared.domain.registration import Reason, Registration
from shared.domain.reversal import Reversal
from shared.domain.rules import FIRST, Rules
from shared.domain.screening import Passing, Sighting
from shared.domain.settlement import Settlement
from shared.domain.void import VoidWindow

if TYPE_CHECKING:  # pydantic adds a quarter to a start; `click` must not pay it
    from shared.contracts.events import (
        CandidateErased,
        CandidateRecommended,
        CheckInDue,
        CompanyApproved,
        CompanyLeft,
        ConsentAsked,
        CreditAdjusted,
        CreditExpired,
        CreditExpiring,
        CreditGranted,
        CreditReserved,
        CreditVoided,
        Event,
        FilesMerged,
        JobOrderPosted,
        MailBounced,
        MessageLeft,
        RegistrationSubmitted,
        RelayFormed,
    )
    from shared.domain.cv import Cv, Judged, MediaType, Offer, View


class Doorways(Protocol):
    def open(self, slug: Slug) -> Doorway:
        """Raises LinkNotFound."""
        ...


class Arrivals(Protocol):
    """What a form finds when it comes in: the link it came by, and who is known."""

    def meet(
        self, slug: Slug, *, person: PersonKey, visitor: str, phone: str | None
    ) -> tuple[Doorway, Sighting]:
        """One request, whoever comes. Raises LinkNotFound."""
        ...


class Registrations(Protocol):
    def submit(
        self,
        registration: Registration,
        person: PersonKey,
        event: RegistrationSubmitted,
        passing: Passing | None = None,
    ) -> None:
        """Raises TooManyRequests; Conflict: this visitor handed in another form meanwhile."""
        ...

    def find(self, registration_id: RegistrationId) -> Registration:
        """Raises RegistrationNotFound."""
        ...

    def try_code(self, registration_id: RegistrationId, now: datetime) -> tuple[Registration, bool]:
        """Take a try; False if none could be taken. Raises RegistrationNotFound, Conflict."""
        ...

    def reissue(
        self,
        before: Registration,
        after: Registration,
        person: PersonKey,
        event: RegistrationSubmitted,
        now: datetime,
    ) -> None:
        """Raises AlreadyDecided, TooManyRequests."""
        ...


class Unverified(Protocol):
    def overdue(self, now: datetime) -> Iterator[RegistrationId]: ...

    def forget(self, registration_id: RegistrationId) -> None:
        """Raises AlreadyDecided: it was verified meanwhile."""
        ...


class Reversals(Protocol):
    def waiting(self, company_id: CompanyId) -> Sequence[int]: ...

    def available(self, company_id: CompanyId) -> Sequence[Lot]: ...

    def reverse(
        self,
        registration_id: RegistrationId,
        company_id: CompanyId,
        reversal: Reversal,
        reason: Reason,
        events: Sequence[Event],
        now: datetime,
    ) -> None:
        """Raises AlreadyDecided: it does not count; Conflict."""
        ...


class Referrals(Protocol):
    """Each is one transaction. All may raise AlreadyDecided and Conflict; claims PersonTaken, and
    NowExcluded where the registration became one that will not count.

    `person_held` is how long, from its verification, a registration holds its person.
    """

    def count(
        self,
        registration: Registration,
        person: PersonKey,
        step: Step,
        milestone: Milestone | None,
        events: Sequence[Event],
        now: datetime,
        person_held: timedelta = FIRST.person_held,
    ) -> None:
        """Raises TallyRefused too, with the tally as it is."""
        ...

    def hold(
        self,
        registration: Registration,
        person: PersonKey,
        event: Event,
        now: datetime,
        hold: Hold = BY_SIGNALS,
        person_held: timedelta = FIRST.person_held,
    ) -> None: ...

    def wait(self, registration: Registration, now: datetime) -> None:
        """A person accepted what they waited for; it counts when its time comes."""
        ...

    def verify(
        self,
        registration: Registration,
        person: PersonKey,
        event: Event,
        now: datetime,
        person_held: timedelta = FIRST.person_held,
    ) -> None: ...

    def exclude(
        self,
        registration: Registration,
        person: PersonKey | None,
        reason: Reason,
        event: Event,
        now: datetime,
    ) -> None:
        """From the state the registration was read in; a claim it had is let go."""
        ...


class Ledgers(Protocol):
    def tally_and_head(self, company_id: CompanyId) -> tuple[Tally, Head]: ...

    def milestone_and_head(self, company_id: CompanyId, number: int) -> tuple[bool, Head]:
        """Whether the milestone waits for its credit, and where the ledger ends."""
        ...

    def post(self, posting: Posting) -> None:
        """Raises AlreadyPosted, Conflict."""
        ...

    def grant(self, posting: Posting, lot: Lot, event: CreditGranted) -> None:
        """Raises AlreadyPosted, Conflict."""
        ...


class Credits(Protocol):
    def standing(self, company_id: CompanyId) -> Standing: ...

    def find(self, company_id: CompanyId, number: int) -> tuple[Head, Lot]:
        """Raises CreditNotFound."""
        ...

    def move(self, move: Move, *events: Event) -> None:
        """Raises AlreadyPosted: it came back once before; Conflict."""
        ...


class Settlements(Protocol):
    def owing(self, company_id: CompanyId) -> tuple[Tally, Head, Sequence[Lot]]:
        """With the credits that could pay; none are read where nothing is owed."""
        ...

    def settle(self, settlement: Settlement, event: CreditVoided) -> None:
        """Raises Conflict."""
        ...


class Programme(Protocol):
    """The rules, by when they were in force and by their version."""

    def at(self, when: datetime) -> Rules: ...

    def version(self, number: int) -> Rules: ...


class Editions(Protocol):
    def after(self, version: int) -> Sequence[Edition]:
        """Those that follow, the oldest first."""
        ...


class Rulebook(Editions, Protocol):
    def all(self) -> Sequence[Edition]: ...

    def add(self, edition: Edition, once: Once | None, reply: Reply) -> None:
        """Raises Answered, IdempotencyMismatch, Conflict."""
        ...


class Holds(Protocol):
    def over(self, now: datetime) -> Iterator[RegistrationId]:
        """Those that wait for nothing but a time that has come."""
        ...


class Voids(Protocol):
    """Windows a company closed, and what there is to do about them."""

    def add(
        self, window: VoidWindow, before: Link, after: Link, once: Once | None, reply: Reply
    ) -> None:
        """Raises Answered, IdempotencyMismatch; Conflict: the link was changed meanwhile."""
        ...

    def due(self, now: datetime) -> Iterator[VoidWindow]: ...

    def inside(self, window: VoidWindow) -> Iterator[tuple[RegistrationId, datetime]]:
        """The link's undecided and counted registrations from where the walk stands."""
        ...

    def exclude(self, registration: Registration) -> bool:
        """Before its code is typed. False if it was done; raises AlreadyDecided, Conflict."""
        ...

    def ask_reversal(self, registration: Registration, window: VoidWindow, now: datetime) -> bool:
        """False if it was asked before. Raises Conflict."""
        ...

    def keep(self, before: VoidWindow, after: VoidWindow, again: datetime | None) -> None:
        """Raises Conflict: somebody else walked on."""
        ...


class Statements(Protocol):
    """The ledger as its company reads it. A page is its items and where the next one starts."""

    def head(self, company_id: CompanyId) -> Head: ...

    def entries(
        self, company_id: CompanyId, *, limit: int, after: str | None
    ) -> tuple[Sequence[Entry], str | None]: ...

    def lots(
        self, company_id: CompanyId, *, limit: int, after: str | None
    ) -> tuple[Sequence[Lot], str | None]: ...


class Expiries(Protocol):
    def due(self, now: datetime) -> Iterator[Lot]:
        """Credits available that are over within half a year."""
        ...

    def leaving(self) -> Iterator[Company]: ...

    def available(self, company_id: CompanyId) -> Iterator[Lot]: ...

    def head(self, company_id: CompanyId) -> Head: ...

    def notice(self, event: CreditExpiring) -> bool:
        """False where it was said before. Raises Conflict."""
        ...

    def expire(self, move: Move, event: CreditExpired) -> None:
        """Raises AlreadyPosted, Conflict."""
        ...

    def rest(self, company_id: CompanyId) -> None:
        """Look after it no more. Raises Conflict."""
        ...


class Departures(Protocol):
    def leave(self, event: CompanyLeft, once: Once | None, reply: Reply) -> None:
        """Raises Answered, IdempotencyMismatch, StateForbids, Conflict."""
        ...


class Companies(Protocol):
    def ask(self, company: Company, visitor: str, once: Once | None, reply: Reply) -> None:
        """Raises Answered, IdempotencyMismatch, TooManyRequests."""
        ...

    def find(self, company_id: CompanyId) -> Company:
        """Raises CompanyNotFound."""
        ...

    def approve(self, company_id: CompanyId, event: CompanyApproved, now: datetime) -> None:
        """Raises AlreadyDone."""
        ...


class Admissions(Protocol):
    """Raises Conflict where the company changed meanwhile."""

    def refuse(self, company_id: CompanyId, now: datetime) -> None: ...

    def suspend(self, company_id: CompanyId) -> None: ...

    def resume(self, company_id: CompanyId) -> None: ...


class Adjustments(Protocol):
    def propose(self, adjustment: Adjustment) -> None: ...

    def find(self, adjustment_id: str) -> Adjustment:
        """Raises NotFound."""
        ...

    def available(self, company_id: CompanyId, credit_id: str) -> Lot:
        """Raises CreditNotFound."""
        ...

    def approve(self, adjustment: Adjustment, move: Move, event: CreditAdjusted) -> None:
        """Raises Conflict."""
        ...

    def reject(self, adjustment: Adjustment) -> None:
        """Raises Conflict."""
        ...


class Links(Protocol):
    def add(self, link: Link, doorway: Doorway, once: Once | None, reply: Reply) -> None:
        """Raises Answered, IdempotencyMismatch."""
        ...

    def find(self, company_id: CompanyId, link_id: LinkId) -> Link:
        """Raises LinkNotFound."""
        ...

    def page(
        self, company_id: CompanyId, *, limit: int, after: str | None
    ) -> tuple[Sequence[Link], str | None]: ...

    def change(self, before: Link, after: Link) -> None:
        """Raises Conflict."""
        ...

    def rotate(
        self, before: Link, after: Link, doorway: Doorway, once: Once | None, reply: Reply
    ) -> None:
        """Raises Answered, IdempotencyMismatch, Conflict."""
        ...


class HasCv(Protocol):
    @property
    def candidate_id(self) -> CandidateId: ...
    @property
    def cv(self) -> Cv | None: ...


class CvParts(Protocol):
    def find(self, candidate_id: CandidateId) -> HasCv:
        """Raises CandidateNotFound."""
        ...

    def note_cv(
        self, candidate_id: CandidateId, cv: Cv, before: Cv | None, once: Once | None, reply: Reply
    ) -> None:
        """In the place of the one before.

        Raises:
            CandidateNotFound: also where they were erased meanwhile.
            Answered, IdempotencyMismatch
        """
        ...


class Answers(Protocol):
    def keep(self, once: Once | None, reply: Reply) -> None:
        """Raises Answered, IdempotencyMismatch."""
        ...


class Cvs(Protocol):
    """The files. All but `view` and `offer` may raise Unavailable."""

    def offer(
        self, candidate_id: CandidateId, cv_id: CvId, media_type: MediaType, now: datetime
    ) -> Offer: ...

    def read(self, candidate_id: CandidateId, cv_id: CvId) -> bytes:
        """Raises CvNotFound, CvRefused."""
        ...

    def keep(
        self, candidate_id: CandidateId, cv_id: CvId, media_type: MediaType, content: bytes
    ) -> None: ...

    def drop(self, candidate_id: CandidateId, cv_id: CvId) -> None:
        """What came in."""
        ...

    def forget(self, candidate_id: CandidateId, cv_id: CvId) -> None:
        """What was kept."""
        ...

    def erase(self, candidate_id: CandidateId) -> None:
        """All of a candidate's."""
        ...

    def view(
        self, candidate_id: CandidateId, cv_id: CvId, media_type: MediaType, now: datetime
    ) -> View: ...


class CvReading(Protocol):
    def judge(self, content: bytes) -> Judged:
        """Raises CvRefused."""
        ...


class JobOrders(Protocol):
    def post(self, order: JobOrder, event: JobOrderPosted, once: Once | None, reply: Reply) -> None:
        """Raises Answered, IdempotencyMismatch, CompanyNotActive."""
        ...

    def find(
        self, company_id: CompanyId, job_order_id: JobOrderId, once: Once | None = None
    ) -> JobOrder:
        """Raises JobOrderNotFound, Answered, IdempotencyMismatch."""
        ...

    def with_head(self, company_id: CompanyId, job_order_id: JobOrderId) -> tuple[JobOrder, Head]:
        """Raises JobOrderNotFound."""
        ...

    def change(
        self, before: JobOrder, after: JobOrder, *events: Event, move: Move | None = None
    ) -> None: ...


class CandidateFiles(Protocol):
    """A candidate's file; one that was merged away is found by its new name."""

    def find(self, candidate_id: CandidateId) -> CandidateFile:
        """Raises CandidateNotFound."""
        ...

    def change(
        self,
        before: CandidateFile,
        after: CandidateFile,
        *,
        act: str,
        by: str,
        now: datetime,
        agreed: bool = False,
        event: Event | None = None,
        once: Once | None = None,
        reply: Reply | None = None,
    ) -> None:
        """Raises Conflict, Answered, IdempotencyMismatch."""
        ...


class Filings(Protocol):
    def known(self, marks: Marks) -> Known: ...

    def is_filed(self, name: RegistrationId, under: Sequence[CandidateId]) -> bool: ...

    def file(self, filing: Filing, now: datetime) -> None:
        """Raises AlreadyDone, Conflict."""
        ...


class Duplicates(Protocol):
    """Pairs of files that wait for a person's word."""

    def asked_about(self, wanted: Sequence[str]) -> set[str]: ...

    def find(self, duplicate_id: str) -> Duplicate:
        """Raises DuplicateNotFound."""
        ...

    def answer(
        self,
        duplicate: Duplicate,
        answer: Verdict,
        by: str,
        now: datetime,
        once: Once | None,
        reply: Reply,
    ) -> None:
        """Raises AlreadyDone, Answered, IdempotencyMismatch."""
        ...

    def merge(
        self,
        duplicate: Duplicate,
        kept: tuple[CandidateFile, CandidateFile],
        other: CandidateFile,
        event: FilesMerged,
        by: str,
        now: datetime,
        once: Once | None,
        reply: Reply,
    ) -> None:
        """Raises AlreadyDone, Conflict, Answered, IdempotencyMismatch."""
        ...


class Parts(Protocol):
    """What lies beside a file: registrations, thread, consents, .."""

    def registrations(self, candidate_id: CandidateId) -> Sequence[RegistrationId]: ...

    def move(self, candidate_id: CandidateId, into: CandidateId) -> None:
        """Raises AlreadyDone, Conflict."""
        ...

    def empty(self, candidate_id: CandidateId) -> None:
        """Raises Conflict."""
        ...


class Reservations(Protocol):
    def reserve(
        self,
        move: Move,
        accepted_difference_jpy: int,
        event: CreditReserved,
        once: Once | None,
        reply: Reply,
        now: datetime,
    ) -> None:
        """Raises Answered, IdempotencyMismatch, JobOrderNotFound, StateForbids,
        FeeDifferenceNotAccepted, CompanyNotActive, Conflict."""
        ...


class Erasures(Protocol):
    def find(self, candidate_id: CandidateId) -> CandidateFile:
        """By its own name. Raises CandidateNotFound."""
        ...

    def registration(self, registration_id: RegistrationId, now: datetime) -> None: ...

    def finish(self, file: CandidateFile, event: CandidateErased, now: datetime) -> None:
        """Raises Conflict."""
        ...


class Threads(Protocol):
    """An adviser's and a candidate's messages."""

    def find(self, candidate_id: CandidateId, message_id: str) -> Message | None: ...

    def newest(
        self, candidate_id: CandidateId, *, limit: int = ..., after: str | None = None
    ) -> tuple[Sequence[Message], str | None]: ...

    def leave(
        self,
        before: CandidateFile,
        after: CandidateFile,
        message: Message,
        event: MessageLeft,
        once: Once | None,
        reply: Reply,
    ) -> None:
        """Raises Conflict, Answered, IdempotencyMismatch."""
        ...

    def reply(self, before: CandidateFile, after: CandidateFile, message: Message) -> None:
        """Raises TooManyRequests, Conflict."""
        ...


class CheckIns(Protocol):
    def due(self, now: datetime) -> Iterator[CheckIn]: ...

    def move(
        self, before: CheckIn, outcome: Outcome, file: CandidateFile, event: CheckInDue | None
    ) -> None:
        """Raises AlreadyDone: another was first. Raises Conflict."""
        ...

    def hold(self, event: CheckInDue, until: datetime) -> bool:
        """It is said again then; False where there is nothing left to hold. Raises Conflict."""
        ...


class ApiKeys(Protocol):
    def add(self, digest: str, caller: Caller) -> None: ...


class Members(Protocol):
    def appoint(self, person: PersonKey, member: Member) -> None:
        """As the first manager. Raises AlreadyDone: they are; Refused: somebody else is."""
        ...

    def enrol(self, person: PersonKey, member: Member) -> None:
        """Raises AlreadyDone: this person is a member."""
        ...

    def find(self, person: PersonKey) -> Member | None: ...


class Outbox(Protocol):
    def forget(self, said: Said) -> None: ...

    def older_than(self, before: datetime) -> Iterator[Said]: ...


class Books(Protocol):
    def companies(self) -> Iterator[CompanyId]: ...

    def read(self, company_id: CompanyId, now: datetime) -> tuple[Grounds, Figures] | None:
        """None where the company moved meanwhile. Raises ValueError: they cannot be read."""
        ...


class Voice(Protocol):
    def say(self, said: Said) -> None:
        """Raises Unavailable: nobody took it."""
        ...


class Mails(Protocol):
    def begin(self, fact: str, now: datetime) -> bool:
        """False if it was sent. Raises Conflict while another attempt holds it."""
        ...

    def done(self, fact: str) -> None: ...

    def failed(self, fact: str, now: datetime) -> None: ...

    def is_suppressed(self, address: PersonKey) -> bool: ...

    def suppress(self, address: PersonKey, event: MailBounced, now: datetime) -> None:
        """Raises AlreadyDone."""
        ...


class Secrecy(Protocol):
    """What only the pepper's holder can compute."""

    def person(self, email: str) -> PersonKey: ...

    def code(self, registration_id: RegistrationId, issue: int) -> str:
        """Six digits."""
        ...

    def phone(self, e164: str) -> str: ...

    def likeness(self, said: str) -> str: ...

    def visitor(self, address: str, day: str) -> str: ...

    def token(self, purpose: str, subject: str) -> str: ...

    def told(self, purpose: str, token: str) -> str:
        """The subject. Raises NotFound."""
        ...


class Recommendations(Protocol):
    """Each but the first two is one transaction; all of these may raise Conflict."""

    def find(
        self,
        company_id: CompanyId,
        job_order_id: JobOrderId,
        recommendation_id: RecommendationId,
    ) -> Recommendation:
        """Raises RecommendationNotFound."""
        ...

    def of_candidate(
        self, candidate_id: CandidateId, recommendation_id: RecommendationId
    ) -> Recommendation:
        """Under the name their file has now. Raises RecommendationNotFound."""
        ...

    def ask(
        self,
        asked: Recommendation,
        note: str | None,
        event: ConsentAsked,
        order: JobOrder,
        once: Once | None,
        reply: Reply,
    ) -> None:
        """Raises StateForbids, Answered, IdempotencyMismatch."""
        ...

    def answer(self, before: Recommendation, after: Recommendation, order: JobOrder | None) -> None:
        """A yes rests on its order. Raises StateForbids."""
        ...

    def recommend(
        self,
        before: Recommendation,
        after: Recommendation,
        summary: str | None,
        provision: Provision,
        event: CandidateRecommended,
        order: JobOrder,
        file: CandidateFile,
        once: Once | None,
        reply: Reply,
    ) -> None:
        """Raises StateForbids, Answered, IdempotencyMismatch."""
        ...

    def move(
        self,
        before: Recommendation,
        after: Recommendation,
        on: date,
        once: Once | None,
        reply: Reply,
    ) -> None:
        """Raises Answered, IdempotencyMismatch."""
        ...


class Placements(Protocol):
    def standing(
        self,
        company_id: CompanyId,
        job_order_id: JobOrderId,
        recommendation_id: RecommendationId,
    ) -> Placing:
        """Raises JobOrderNotFound, RecommendationNotFound."""
        ...

    def held(self, spent: Lot) -> tuple[Head, Lot]: ...

    def join(
        self,
        joining: Joining,
        events: Sequence[Event],
        once: Once | None,
        reply: Reply,
        now: datetime,
    ) -> None:
        """Raises FileMerged, Conflict, Answered, IdempotencyMismatch."""
        ...

    def leave(
        self,
        leaving: Leaving,
        today: date,
        events: Sequence[Event],
        once: Once | None,
        reply: Reply,
    ) -> None:
        """Raises AlreadyPosted: the credit came back before; Conflict, Answered, .."""
        ...


class Relays(Protocol):
    def joined(
        self,
        company_id: CompanyId,
        job_order_id: JobOrderId,
        recommendation_id: RecommendationId,
    ) -> tuple[Recommendation, bool] | None:
        """With whether it was handed on before."""
        ...

    def is_known(self, referred_by: CompanyId, hired_by: CompanyId) -> bool: ...

    def form(
        self, joined: Recommendation, referred_by: CompanyId, event: RelayFormed | None
    ) -> None:
        """Raises AlreadyDone, Conflict."""
        ...
