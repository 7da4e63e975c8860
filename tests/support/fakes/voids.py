from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from shared.domain.errors import AlreadyDecided, Conflict
from shared.domain.ids import RegistrationId
from shared.domain.link import Link
from shared.domain.registration import UNDECIDED, Reason, Registration, State
from shared.domain.void import VoidWindow
from tests.support.fakes.links import FakeLinks
from tests.support.fakes.memory import Memory


@dataclass
class FakeVoids:
    memory: Memory

    def add(self, window: VoidWindow, before: Link, after: Link) -> None:
        links = FakeLinks(self.memory)
        links.check(before)
        links.keep(after)
        for slug in (before.slug, *before.former):
            doorway = self.memory.doorways[slug]
            told = replace(doorway, windows=after.windows, voids=after.voids)
            self.memory.doorways[slug] = told
        self.memory.voids[window.window_id] = window
        self.memory.voids_due[window.window_id] = window.made_at

    def due(self, now: datetime) -> Iterator[VoidWindow]:
        for name, at in list(self.memory.voids_due.items()):
            if at < now:
                yield self.memory.voids[name]

    def inside(self, window: VoidWindow) -> Iterator[tuple[RegistrationId, datetime]]:
        since = window.walked_to or window.span.since
        kept = sorted(self.memory.registrations.values(), key=lambda made: made.submitted_at)
        for made in kept:
            of_link = (made.company_id, made.link_id) == (window.company_id, window.link_id)
            concerned = made.state in UNDECIDED or made.state is State.COUNTED
            if of_link and concerned and since <= made.submitted_at < window.span.until:
                yield made.registration_id, made.submitted_at

    def exclude(self, registration: Registration) -> bool:
        self.memory.begin()
        if registration.exclusion is not None:
            return False
        found = self.memory.registrations[registration.registration_id]
        if found.state is not State.SUBMITTED or found.exclusion:
            raise AlreadyDecided
        excluded = replace(found, exclusion=Reason.VOIDED_BY_COMPANY)
        self.memory.registrations[found.registration_id] = excluded
        return True

    def asked(self, registration: Registration) -> bool:
        return registration.registration_id in self.memory.reversals

    def ask_reversal(self, registration: Registration, window: VoidWindow, now: datetime) -> bool:
        self.memory.begin()
        asked = registration.registration_id in self.memory.reversals
        self.memory.reversals.setdefault(registration.registration_id, window.window_id)
        return not asked

    def keep(self, before: VoidWindow, after: VoidWindow, again: datetime | None) -> None:
        self.memory.begin()
        if self.memory.voids[before.window_id].walk != before.walk:
            raise Conflict("somebody else walked on")
        self.memory.voids[before.window_id] = after
        self.memory.voids_due.pop(before.window_id, None)
        if again:
            self.memory.voids_due[before.window_id] = again
