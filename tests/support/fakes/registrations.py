from dataclasses import dataclass, replace
from datetime import datetime

from shared.contracts.events import RegistrationSubmitted
from shared.domain.errors import AlreadyDecided, Conflict, RegistrationNotFound
from shared.domain.ids import PersonKey, RegistrationId
from shared.domain.registration import (
    ISSUES_PER_ADDRESS_AND_HOUR,
    MAX_TRIES,
    Registration,
    State,
)
from tests.support.fakes.memory import Memory


@dataclass
class FakeRegistrations:
    memory: Memory

    def submit(
        self, registration: Registration, person: PersonKey, event: RegistrationSubmitted
    ) -> None:
        self.memory.begin()
        self._one_more_code(person, registration.submitted_at)
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

    def _one_more_code(self, person: PersonKey, at: datetime) -> None:
        self.memory.check_rate(person, at, ISSUES_PER_ADDRESS_AND_HOUR)
        self.memory.one_more(person, at)

    def _keep(self, registration: Registration) -> Registration:
        self.memory.registrations[registration.registration_id] = registration
        return registration
