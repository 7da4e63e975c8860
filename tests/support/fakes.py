"""The ports, in memory; tests/integration holds them to what the table promises."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from shared.contracts.events import Event
from shared.domain.credit import Lot
from shared.domain.entry import Entry
from shared.domain.errors import (
    AlreadyDecided,
    AlreadyPosted,
    Conflict,
    LinkNotFound,
    PersonTaken,
    RegistrationNotFound,
    TallyRefused,
    TooManyRequests,
    Unavailable,
)
from shared.domain.ids import CompanyId, PersonKey, RegistrationId, Slug
from shared.domain.ledger import Head, Posting
from shared.domain.link import Doorway
from shared.domain.milestone import Milestone, Step, Tally
from shared.domain.outbox import Said
from shared.domain.registration import (
    ISSUES_PER_ADDRESS_AND_HOUR,
    MAX_TRIES,
    UNDECIDED,
    Reason,
    Registration,
    State,
)
from shared.domain.rules import RULES

type Claim = tuple[RegistrationId, CompanyId, datetime]


@dataclass
class FakeRelay:
    """Doorways, Registrations, Referrals and Ledgers over dictionaries."""

    doorways: dict[Slug, Doorway] = field(default_factory=dict)
    registrations: dict[RegistrationId, Registration] = field(default_factory=dict)
    codes_sent: dict[tuple[PersonKey, str], int] = field(default_factory=dict)
    persons: dict[PersonKey, Claim] = field(default_factory=dict)
    tallies: dict[CompanyId, Tally] = field(default_factory=dict)
    milestones: dict[tuple[CompanyId, int], str] = field(default_factory=dict)
    heads: dict[CompanyId, Head] = field(default_factory=dict)
    posted: dict[CompanyId, list[Entry]] = field(default_factory=dict)
    lots_of: dict[CompanyId, list[Lot]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    conflicts: int = 0
    """How many commits of a verdict are still to meet somebody else's."""

    def approve(self, company_id: CompanyId) -> None:
        self.tallies[company_id] = Tally(company_id)
        self.heads[company_id] = Head(company_id)

    # Doorways

    def open(self, slug: Slug) -> Doorway:
        if slug not in self.doorways:
            raise LinkNotFound(slug)
        return self.doorways[slug]

    # Registrations

    def submit(self, registration: Registration, person: PersonKey, event: Event) -> None:
        self._one_more_code(person, registration.submitted_at)
        self.registrations[registration.registration_id] = registration
        self.events.append(event)

    def find(self, registration_id: RegistrationId) -> Registration:
        if registration_id not in self.registrations:
            raise RegistrationNotFound(registration_id)
        return self.registrations[registration_id]

    def try_code(self, registration_id: RegistrationId, now: datetime) -> tuple[Registration, bool]:
        found = self.find(registration_id)
        if found.state is not State.SUBMITTED or found.tries >= MAX_TRIES or now >= found.code_until:
            return found, False
        return self._keep(replace(found, tries=found.tries + 1)), True

    def reissue(
        self,
        before: Registration,
        after: Registration,
        person: PersonKey,
        event: Event,
        now: datetime,
    ) -> None:
        found = self.find(before.registration_id)
        if found.state is not State.SUBMITTED or found.issue != before.issue:
            raise AlreadyDecided
        self._one_more_code(person, now)
        self._keep(replace(found, issue=after.issue, code_until=after.code_until))
        self.events.append(event)

    def _one_more_code(self, person: PersonKey, at: datetime) -> None:
        hour = (person, f"{at:%Y%m%d%H}")
        if self.codes_sent.get(hour, 0) >= ISSUES_PER_ADDRESS_AND_HOUR:
            raise TooManyRequests("too many", retry_after=3600)
        self.codes_sent[hour] = self.codes_sent.get(hour, 0) + 1

    def _keep(self, registration: Registration) -> Registration:
        self.registrations[registration.registration_id] = registration
        return registration

    # Referrals

    def count(
        self,
        registration: Registration,
        person: PersonKey,
        step: Step,
        milestone: Milestone | None,
        events: Sequence[Event],
        now: datetime,
    ) -> None:
        self._check(registration, UNDECIDED)
        self._check_person(registration, person, now)
        tally = self.tallies.get(registration.company_id)
        if tally is None or not step.holds(tally):
            raise TallyRefused(tally or Tally(registration.company_id, active=False))
        self.tallies[registration.company_id] = step.take(tally)
        if milestone:
            self.milestones[milestone.company_id, milestone.number] = "reached"
        self._claim(registration, person, now)
        self._decide(registration, State.COUNTED, *events)

    def hold(
        self, registration: Registration, person: PersonKey, event: Event, now: datetime
    ) -> None:
        self._check(registration, {State.SUBMITTED, State.VERIFIED})
        self._check_person(registration, person, now)
        self._claim(registration, person, now)
        self._decide(registration, State.HELD, event)

    def verify(
        self, registration: Registration, person: PersonKey, event: Event, now: datetime
    ) -> None:
        self._check(registration, {State.SUBMITTED})
        self._check_person(registration, person, now)
        self._claim(registration, person, now)
        self._decide(registration, State.VERIFIED, event)

    def exclude(
        self, registration: Registration, reason: Reason, event: Event, now: datetime
    ) -> None:
        self._check(registration, UNDECIDED)
        self._decide(registration, State.NOT_COUNTED, event)

    def _check(self, registration: Registration, before: set[State] | frozenset[State]) -> None:
        if self.conflicts:
            self.conflicts -= 1
            raise Conflict
        if self.find(registration.registration_id).state not in before:
            raise AlreadyDecided

    def _check_person(self, registration: Registration, person: PersonKey, now: datetime) -> None:
        held = self.persons.get(person)
        if held and held[0] != registration.registration_id and held[2] > now:
            raise PersonTaken(held[1])

    def _claim(self, registration: Registration, person: PersonKey, now: datetime) -> None:
        claim = (registration.registration_id, registration.company_id, now + RULES.person_held)
        self.persons[person] = claim

    def _decide(self, registration: Registration, state: State, *events: Event) -> None:
        self._keep(replace(self.find(registration.registration_id), state=state))
        self.events.extend(events)

    # Ledgers

    def tally_and_head(self, company_id: CompanyId) -> tuple[Tally, Head]:
        tally = self.tallies.get(company_id, Tally(company_id, active=False))
        return tally, self.heads.get(company_id, Head(company_id))

    def milestone_and_head(self, company_id: CompanyId, number: int) -> tuple[bool, Head]:
        waits = self.milestones.get((company_id, number)) == "reached"
        return waits, self.heads.get(company_id, Head(company_id))

    def post(self, posting: Posting) -> None:
        company_id = posting.before.company_id
        if self.heads[company_id] != posting.before:
            raise Conflict
        self.heads[company_id] = posting.after
        self.posted.setdefault(company_id, []).extend(posting.entries)

    def grant(self, posting: Posting, lot: Lot, event: Event) -> None:
        if self.milestones.get((lot.company_id, lot.number)) != "reached":
            raise AlreadyPosted
        self.post(posting)
        self.milestones[lot.company_id, lot.number] = "granted"
        self.lots_of.setdefault(lot.company_id, []).append(lot)
        self.events.append(event)


@dataclass
class FakeOutbox:
    """Outbox and Voice: what waits, what was said, and who refuses to listen."""

    waiting: dict[str, tuple[datetime, Said]] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    deaf_to: set[str] = field(default_factory=set)

    def forget(self, said: Said) -> None:
        self.waiting.pop(said.event_id, None)

    def older_than(self, before: datetime) -> Iterator[Said]:
        yield from [said for at, said in list(self.waiting.values()) if at < before]

    def say(self, said: Said) -> None:
        if said.event_id in self.deaf_to:
            raise Unavailable(said.event_id)
        self.said.append(said)
