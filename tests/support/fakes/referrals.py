from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shared.contracts.events import Event
from shared.domain.errors import AlreadyDecided, Conflict, PersonTaken, TallyRefused
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
    ) -> None:
        self._check(registration, UNDECIDED)
        self._check_person(registration, person, now)
        self._move(registration, step)
        if milestone:
            self.memory.milestones[milestone.company_id, milestone.number] = "reached"
            self.memory.reached[milestone.company_id, milestone.number] = now
        self._claim(registration, person, now)
        self._decide(registration, State.COUNTED, *events)
        self.memory.decided[registration.registration_id] = now

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
        self._decide(registration, State.VERIFIED)
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

    def _check(self, registration: Registration, before: set[State] | frozenset[State]) -> None:
        self.memory.begin()
        found = self.memory.registrations.get(registration.registration_id)
        if found is None or found.state not in before:
            raise AlreadyDecided

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

    def _claim(self, registration: Registration, person: PersonKey, now: datetime) -> None:
        until = now + FIRST.person_held
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
