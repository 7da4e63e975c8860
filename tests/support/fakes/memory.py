"""What the fakes keep: the tables' items, as plain things."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime

from shared.contracts.events import Event
from shared.domain.access import Caller
from shared.domain.adjustment import Adjustment
from shared.domain.company import Company
from shared.domain.credit import Lot
from shared.domain.edition import Edition
from shared.domain.entry import Entry
from shared.domain.errors import Answered, Conflict, IdempotencyMismatch, TooManyRequests
from shared.domain.ids import CompanyId, JobOrderId, LinkId, PersonKey, RegistrationId, Slug
from shared.domain.job_order import JobOrder
from shared.domain.ledger import Head
from shared.domain.link import Doorway, Link
from shared.domain.milestone import Tally
from shared.domain.once import Once, Reply
from shared.domain.outbox import Said
from shared.domain.registration import Reason, Registration
from shared.domain.screening import Passing
from shared.domain.void import VoidWindow

type Claim = tuple[RegistrationId, CompanyId, datetime]
type Given = tuple[str, datetime, datetime]
"""(credit id, granted at, expires at)."""
type Attempt = tuple[str, datetime]
"""(`sending` or `sent`, the end of the lease)."""


@dataclass
class Memory:
    companies: dict[CompanyId, Company] = field(default_factory=dict)
    links: dict[tuple[CompanyId, LinkId], Link] = field(default_factory=dict)
    doorways: dict[Slug, Doorway] = field(default_factory=dict)
    registrations: dict[RegistrationId, Registration] = field(default_factory=dict)
    reasons: dict[RegistrationId, Reason] = field(default_factory=dict)
    persons: dict[PersonKey, Claim] = field(default_factory=dict)
    tallies: dict[CompanyId, Tally] = field(default_factory=dict)
    milestones: dict[tuple[CompanyId, int], str] = field(default_factory=dict)
    reached: dict[tuple[CompanyId, int], datetime] = field(default_factory=dict)
    grants: dict[tuple[CompanyId, int], Given] = field(default_factory=dict)
    opened: dict[CompanyId, date] = field(default_factory=dict)
    decided: dict[RegistrationId, datetime] = field(default_factory=dict)
    heads: dict[CompanyId, Head] = field(default_factory=dict)
    entries: dict[CompanyId, list[Entry]] = field(default_factory=dict)
    lots: dict[CompanyId, list[Lot]] = field(default_factory=dict)
    restored: dict[CompanyId, dict[int, datetime]] = field(default_factory=dict)
    adjustments: list[Adjustment] = field(default_factory=list)
    rates: Counter[tuple[str, str]] = field(default_factory=Counter)
    answers: dict[tuple[str, str], tuple[str, Reply]] = field(default_factory=dict)
    sent: dict[str, Attempt] = field(default_factory=dict)
    suppressed: set[PersonKey] = field(default_factory=set)
    job_orders: dict[tuple[CompanyId, JobOrderId], JobOrder] = field(default_factory=dict)
    api_keys: dict[str, Caller] = field(default_factory=dict)
    outbox: dict[str, tuple[datetime, Said]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    editions: list[Edition] = field(default_factory=list)
    bursts: dict[tuple[str, Slug], Passing] = field(default_factory=dict)
    members: set[PersonKey] = field(default_factory=set)
    files: dict[PersonKey, str] = field(default_factory=dict)
    phones: dict[str, str] = field(default_factory=dict)
    voids: dict[str, VoidWindow] = field(default_factory=dict)
    voids_due: dict[str, datetime] = field(default_factory=dict)
    reversals: dict[RegistrationId, str] = field(default_factory=dict)
    conflicts: int = 0
    """How many commits are still to meet somebody else's."""
    busy: int = 0
    """How many tries of a code are still to meet a commit."""

    def begin(self) -> None:
        """Every commit begins here. Raises Conflict while others are in the way."""
        if self.conflicts:
            self.conflicts -= 1
            raise Conflict("somebody else was writing")

    def say(self, event: Event, to: str = "bus") -> None:
        company_id = getattr(event, "company_id", None)
        detail = event.model_dump_json()
        said = Said(event.event_id, event.detail_type, detail, to, company_id)
        self.outbox[event.event_id] = (event.occurred_at, said)
        self.events.append(event)

    def check_rate(self, what: str, at: datetime, limit: int) -> None:
        if self.rates[what, f"{at:%Y%m%d%H}"] >= limit:
            raise TooManyRequests("too many", retry_after=3600)

    def one_more(self, what: str, at: datetime) -> None:
        self.rates[what, f"{at:%Y%m%d%H}"] += 1

    def check_answer(self, once: Once | None) -> None:
        known = self.answers.get((once.scope, once.key_digest)) if once else None
        if once and known:
            raise Answered(known[1]) if known[0] == once.request_digest else IdempotencyMismatch

    def answer(self, once: Once | None, reply: Reply) -> None:
        """Together with what was done: a refused commit answers nothing."""
        if once:
            self.answers[once.scope, once.key_digest] = once.request_digest, reply
