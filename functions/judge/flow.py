"""a hold whose time has come -> counted. a voided window -> what was made in it counts no more."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Final

from shared.counting import Verdict, count_held
from shared.domain.errors import AlreadyDecided, Conflict, RegistrationNotFound, Unavailable
from shared.domain.hold import HeldFor, is_over
from shared.domain.ids import RegistrationId
from shared.domain.registration import Reason, Registration, State
from shared.domain.void import FEWEST, LAST_LOOK, VoidState, VoidWindow, following
from shared.ports.programme import Programme
from shared.ports.registering import Holds, Referrals, Registrations, Voids
from shared.ports.speaking import Secrecy
from shared.retry import retry_on_conflict

MANY: Final = 1000
"""Registrations in one run; the next run takes the next ones."""


@dataclass(frozen=True, slots=True)
class Judge:
    registrations: Registrations
    referrals: Referrals
    secrecy: Secrecy
    programme: Programme
    tell: Callable[[Exception], None]
    """Of what nobody foresaw; it stops nobody behind it."""
    now: datetime

    def release(self, holds: Holds) -> tuple[int, int]:
        """(given their verdict, refused). What was refused comes again in a minute."""
        judged, refused = 0, 0
        for registration_id in islice(holds.over(self.now), MANY):
            try:
                judged += self._count(registration_id)
            except (Conflict, Unavailable):
                refused += 1
            except Exception as error:
                self.tell(error)
        return judged, refused

    def _count(self, registration_id: RegistrationId) -> bool:
        """False where the index is behind, or somebody else was first."""
        try:
            found = self.registrations.find(registration_id)
            waits = found.state is State.HELD and found.held_for == HeldFor.PERIOD
            if not waits or not is_over(found, self.now):
                return False
            count_held(
                found,
                self.secrecy.person(found.candidate.email),
                referrals=self.referrals,
                programme=self.programme,
                now=self.now,
            )
        except (AlreadyDecided, RegistrationNotFound):
            return False
        return True

    def void(self, voids: Voids) -> tuple[int, int]:
        """(registrations that count no more or wait for a reversal, windows left for later)."""
        changed, left = 0, 0
        for window in list(voids.due(self.now)):
            try:
                changed += self._walk(window, voids)
            except (Conflict, Unavailable):
                left += 1
            except Exception as error:
                self.tell(error)
        return changed, left

    def _walk(self, window: VoidWindow, voids: Voids) -> int:
        """A piece of it. Done when a whole walk, an hour after the act, found nothing to do."""
        found = list(islice(voids.inside(window), MANY))
        taken = [self._take_back(name, window, voids) for name, _ in found]
        counted = [one for one in taken if isinstance(one, Registration)]
        changed = taken.count(True) + self._ask(counted, window, voids)
        after = replace(window, walk=window.walk + 1, changed=window.changed + changed)
        if len(found) == MANY and found[-1][1] != window.walked_to:
            voids.keep(window, replace(after, walked_to=found[-1][1]), self.now)
            return changed
        again = following(after, self.now)
        state = VoidState.WORKING if again else VoidState.DONE
        voids.keep(window, replace(after, state=state, walked_to=None, changed=0), again)
        return changed

    @retry_on_conflict
    def _take_back(
        self, name: RegistrationId, window: VoidWindow, voids: Voids
    ) -> bool | Registration:
        """Whether this call changed anything; again where its state moved on meanwhile. One that
        has counted is given back: it is judged with the window's others.
        """
        try:
            found = self.registrations.find(name)
        except RegistrationNotFound:  # never verified, and tidied away
            return False
        try:
            return self._decide(found, window, voids)
        except AlreadyDecided:
            raise Conflict("it was decided meanwhile") from None

    def _ask(self, counted: list[Registration], window: VoidWindow, voids: Voids) -> int:
        """The agency, about all of them together; about so few that one would show, nothing."""
        if self.now < window.made_at + LAST_LOOK:
            return 0
        new = [found for found in counted if not voids.asked(found)]
        if len(new) < FEWEST:
            return 0
        return sum(voids.ask_reversal(found, window, self.now) for found in new)

    def _decide(self, found: Registration, window: VoidWindow, voids: Voids) -> bool | Registration:
        match found.state:
            case State.SUBMITTED:
                return voids.exclude(found)
            case State.VERIFIED | State.HELD:
                person = self.secrecy.person(found.candidate.email)
                held = self.programme.version(found.rule_version).person_held
                verdict = Verdict(found, person, self.referrals, held, self.now)
                verdict.exclude(Reason.VOIDED_BY_COMPANY)
                return True
            case State.COUNTED:
                return found
        return False
