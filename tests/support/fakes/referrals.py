from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from shared.contracts.events import Event
from shared.domain.errors import (
    AlreadyDecided,
    Conflict,
    NowExcluded,
    PersonTaken,
    TallyRefused,
)
from shared.domain.hold import BY_SIGNALS, PERSONS, HeldFor, Hold
from shared.domain.ids import PersonKey
from shared.domain.milestone import Milestone, Step, Tally
from shared.domain.registration import UNDECIDED, Reason, Registration, State
from shared.domain.rules import FIRST
from tests.support.fakes.memory import Memory


@dataclass
class FakeReferrals:
    """Judges in the order of the table: registration, person, tally."""

    memory: Memory

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
        self._check(registration, UNDECIDED, free=True)
        self._check_person(registration, person, now)
        self._move(registration, step)
        if milestone:
            self.memory.milestones[milestone.company_id, milestone.number] = "reached"
            self.memory.reached[milestone.company_id, milestone.number] = now
        self._claim(registration, person, now, person_held)
        self._decide(registration, State.COUNTED, *events)
        self.memory.decided[registration.registration_id] = now

    def hold(
        self,
        registration: Registration,
        person: PersonKey,
        event: Event,
        now: datetime,
        hold: Hold = BY_SIGNALS,
        person_held: timedelta = FIRST.person_held,
    ) -> None:
        self._check(registration, {State.SUBMITTED, State.VERIFIED}, free=True)
        self._check_person(registration, person, now)
        self._claim(registration, person, now, person_held)
        self._decide(registration, State.HELD, event)
        self._note(
            registration,
            verified_at=registration.verified_at or now,
            held_for=hold.held_for,
            held_until=hold.until,
        )

    def wait(self, registration: Registration, now: datetime) -> None:
        self._check(registration, {State.HELD}, free=True)
        if self.memory.registrations[registration.registration_id].held_for not in PERSONS:
            raise AlreadyDecided
        self._note(registration, held_for=HeldFor.PERIOD)

    def verify(
        self,
        registration: Registration,
        person: PersonKey,
        event: Event,
        now: datetime,
        person_held: timedelta = FIRST.person_held,
    ) -> None:
        self._check(registration, {State.SUBMITTED})
        self._check_person(registration, person, now)
        self._claim(registration, person, now, person_held)
        self._decide(registration, State.VERIFIED)
        self._note(registration, verified_at=now)
        self.memory.say(event, to="count")

    def exclude(
        self,
        registration: Registration,
        person: PersonKey | None,
        reason: Reason,
        event: Event,
        now: datetime,
    ) -> None:
        self._check(registration, {registration.state})
        if person and registration.state is not State.SUBMITTED:
            self._release(registration, person)
        self.memory.reasons[registration.registration_id] = reason
        self._decide(registration, State.NOT_COUNTED, event)

    def _check(
        self,
        registration: Registration,
        before: set[State] | frozenset[State],
        *,
        free: bool = False,
    ) -> None:
        self.memory.begin()
        found = self.memory.registrations.get(registration.registration_id)
        if free and found and found.state in UNDECIDED and found.exclusion:
            raise NowExcluded(found.exclusion)
        if found is None or found.state not in before:
            raise AlreadyDecided

    def _note(self, registration: Registration, **known: Any) -> None:
        name = registration.registration_id
        self.memory.registrations[name] = replace(self.memory.registrations[name], **known)

    def _check_person(self, registration: Registration, person: PersonKey, now: datetime) -> None:
        held = self.memory.persons.get(person)
        if held and held[0] != registration.registration_id and held[2] > now:
            raise PersonTaken(held[1])

    def _move(self, registration: Registration, step: Step) -> None:
        company_id = registration.company_id
        tally = self.memory.tallies.get(company_id, Tally(company_id, active=False))
        if not step.holds(tally):
            raise TallyRefused(tally)
        self.memory.tallies[company_id] = step.take(tally)

    def _claim(
        self, registration: Registration, person: PersonKey, now: datetime, held: timedelta
    ) -> None:
        until = (registration.verified_at or now) + held
        self.memory.persons[person] = registration.registration_id, registration.company_id, until

    def _release(self, registration: Registration, person: PersonKey) -> None:
        held = self.memory.persons.get(person)
        if held and held[0] != registration.registration_id:
            raise Conflict("the person changed hands")
        self.memory.persons.pop(person, None)

    def _decide(self, registration: Registration, state: State, *events: Event) -> None:
        found = self.memory.registrations[registration.registration_id]
        self.memory.registrations[registration.registration_id] = replace(found, state=state)
        for event in events:
            self.memory.say(event)
