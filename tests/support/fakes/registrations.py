from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from shared.contracts.events import RegistrationSubmitted
from shared.domain.errors import AlreadyDecided, Conflict, LinkMoved, RegistrationNotFound
from shared.domain.hold import HeldFor
from shared.domain.ids import PersonKey, RegistrationId
from shared.domain.link import Doorway, LinkState
from shared.domain.registration import (
    ISSUES_PER_ADDRESS_AND_HOUR,
    MAX_TRIES,
    UNVERIFIED_KEPT,
    Reason,
    Registration,
    State,
)
from shared.domain.screening import Passing
from tests.support.fakes.memory import Memory


@dataclass
class FakeRegistrations:
    """Registrations, Unverified and Holds."""

    memory: Memory

    def submit(
        self,
        registration: Registration,
        person: PersonKey,
        event: RegistrationSubmitted,
        passing: Passing | None = None,
        under: Doorway | None = None,
    ) -> None:
        self.memory.begin()
        if passing:
            self._check(passing)
        self.memory.check_rate(person, registration.submitted_at, ISSUES_PER_ADDRESS_AND_HOUR)
        if under:
            self._stands(under)
        self.memory.one_more(person, registration.submitted_at)
        if passing:
            self.memory.bursts[passing.visitor, passing.slug] = passing
        self._keep(registration)
        self.memory.say(event)

    def find(self, registration_id: RegistrationId) -> Registration:
        if registration_id not in self.memory.registrations:
            raise RegistrationNotFound(registration_id)
        return self.memory.registrations[registration_id]

    def try_code(self, registration_id: RegistrationId, now: datetime) -> tuple[Registration, bool]:
        if self.memory.busy:
            self.memory.busy -= 1
            raise Conflict("another write was at it")
        found = self.find(registration_id)
        open_still = found.state is State.SUBMITTED and found.tries < MAX_TRIES
        if not open_still or now >= found.code_until:
            return found, False
        return self._keep(replace(found, tries=found.tries + 1)), True

    def reissue(
        self,
        before: Registration,
        after: Registration,
        person: PersonKey,
        event: RegistrationSubmitted,
        now: datetime,
    ) -> None:
        self.memory.begin()
        found = self.find(before.registration_id)
        taken = found.state is not State.SUBMITTED or found.tries >= MAX_TRIES
        if taken or found.issue != before.issue:
            raise AlreadyDecided
        self._one_more_code(person, now)
        self._keep(replace(found, issue=after.issue, code_until=after.code_until))
        self.memory.say(event)

    def overdue(self, now: datetime) -> Iterator[RegistrationId]:
        for name, kept in list(self.memory.registrations.items()):
            if self._unverified(name) and kept.submitted_at + UNVERIFIED_KEPT < now:
                yield name

    def forget(self, registration_id: RegistrationId) -> None:
        self.memory.begin()
        if registration_id in self.memory.registrations and not self._unverified(registration_id):
            raise AlreadyDecided
        self.memory.registrations.pop(registration_id, None)

    def over(self, now: datetime) -> Iterator[RegistrationId]:
        for name, kept in list(self.memory.registrations.items()):
            waits = kept.state is State.HELD and kept.held_for == HeldFor.PERIOD
            if waits and kept.held_until and kept.held_until < now:
                yield name

    def _check(self, passing: Passing) -> None:
        known = self.memory.bursts.get((passing.visitor, passing.slug))
        if known and known.seen_before + 1 != passing.seen_before:
            raise Conflict("this visitor handed in another form meanwhile")

    def _stands(self, doorway: Doorway) -> None:
        link = self.memory.links[doorway.company_id, doorway.link_id]
        if link.state is not LinkState.ACTIVE or link.voids != doorway.voids:
            raise LinkMoved(link)

    def _unverified(self, registration_id: RegistrationId) -> bool:
        waits = self.memory.registrations[registration_id].state is State.SUBMITTED
        return waits or self.memory.reasons.get(registration_id) is Reason.UNVERIFIED

    def _one_more_code(self, person: PersonKey, at: datetime) -> None:
        self.memory.check_rate(person, at, ISSUES_PER_ADDRESS_AND_HOUR)
        self.memory.one_more(person, at)

    def _keep(self, registration: Registration) -> Registration:
        self.memory.registrations[registration.registration_id] = registration
        return registration
