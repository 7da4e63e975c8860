"""Verdicts: each is one transaction, and its refusals are judged REG, PERSON, TALLY."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from shared.domain.errors import (
    AlreadyDecided,
    Conflict,
    NowExcluded,
    PersonTaken,
    RelayError,
    TallyRefused,
)
from shared.domain.hold import BY_SIGNALS, Hold
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.milestone import Milestone, Step
from shared.domain.registration import UNDECIDED, Reason, Registration, State
from shared.domain.rules import FIRST
from shared.table import keys, tally_item
from shared.table.codec import stamp
from shared.table.commit import Table
from shared.table.hold_item import to_item, waiting
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import Event

FREE: Final = ["exclusion"]
"""What is not there where a registration may still count."""


def _decided(_: dict[str, Any]) -> RelayError:
    return AlreadyDecided("this registration has its verdict")


def _not_free(old: dict[str, Any]) -> RelayError:
    excluded = old.get("state") in UNDECIDED and old.get("exclusion")
    return NowExcluded(old["exclusion"]) if excluded else _decided(old)


@dataclass(frozen=True, slots=True)
class Referrals:
    table: Table

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
        """Branches A, B and C.

        Raises:
            AlreadyDecided, NowExcluded, PersonTaken, TallyRefused, Conflict
        """
        self.table.commit(
            self._free(registration, State.COUNTED, now, UNDECIDED, remove=keys.TIDYING),
            self._claim(registration, person, now, person_held),
            self._move(registration.company_id, step),
            *(self._reach(m, now) for m in [milestone] if m),
            *(self.table.outbox(event) for event in events),
        )

    def hold(
        self,
        registration: Registration,
        person: PersonKey,
        event: Event,
        now: datetime,
        hold: Hold = BY_SIGNALS,
        person_held: timedelta = FIRST.person_held,
    ) -> None:
        """Branch H. Raises AlreadyDecided, NowExcluded, PersonTaken, Conflict."""
        before = {State.SUBMITTED, State.VERIFIED}
        held = to_item(registration, hold, now)
        self.table.commit(
            self._free(registration, State.HELD, now, before, put=held, remove=[keys.EXPIRES]),
            self._claim(registration, person, now, person_held),
            self.table.outbox(event),
        )

    def wait(self, registration: Registration, now: datetime) -> None:
        """A person accepted; it counts at its time. Raises AlreadyDecided, NowExcluded."""
        self.table.commit(
            self.table.change(
                keys.registration(registration.registration_id),
                guards=[("held_for", "=", str(registration.held_for))],
                state_in=[State.HELD],
                unset=FREE,
                put={"accepted_at": stamp(now), **waiting(registration)},
                refusal=_not_free,
            ),
        )

    def verify(
        self,
        registration: Registration,
        person: PersonKey,
        event: Event,
        now: datetime,
        person_held: timedelta = FIRST.person_held,
    ) -> None:
        """Branch V: the person is claimed; in its turn it is counted, or seen not to count.

        Raises:
            AlreadyDecided, PersonTaken, Conflict
        """
        self.table.commit(
            self.table.change(
                keys.registration(registration.registration_id),
                state_in=[State.SUBMITTED],
                put={
                    "state": State.VERIFIED,
                    "decided_at": stamp(now),
                    "verified_at": stamp(now),
                },
                remove=keys.TIDYING,
                refusal=_decided,
            ),
            self._claim(registration, person, now, person_held),
            self.table.outbox(event, to="count"),
        )

    def exclude(
        self,
        registration: Registration,
        person: PersonKey | None,
        reason: Reason,
        event: Event,
        now: datetime,
    ) -> None:
        """Branches D and R, from the state it was read in. It holds nobody afterwards.

        Args:
            person: whom it may hold by now; None where somebody else is known to.

        Raises:
            AlreadyDecided, Conflict
        """
        claimed = [person] if person and registration.state is not State.SUBMITTED else []
        self.table.commit(
            self.table.change(
                keys.registration(registration.registration_id),
                state_in=[registration.state],
                put={"state": State.NOT_COUNTED, "decided_at": stamp(now), "reason": reason},
                remove=[] if reason is Reason.UNVERIFIED else keys.TIDYING,
                refusal=_decided,
            ),
            *(self._release(registration, held) for held in claimed),
            self.table.outbox(event),
        )

    def _release(self, registration: Registration, person: PersonKey) -> Write:
        """Let go of the person, unless somebody else holds it by now."""
        return self.table.delete(
            keys.person(person),
            guards=[("reg", "=", registration.registration_id)],
            refusal=lambda _: Conflict("the person changed hands"),
        )

    def _free(
        self,
        registration: Registration,
        state: State,
        now: datetime,
        before: frozenset[State] | set[State],
        *,
        put: dict[str, Any] | None = None,
        remove: Sequence[str],
    ) -> Write:
        """Into `state`, where nothing says that it will not count."""
        return self.table.change(
            keys.registration(registration.registration_id),
            state_in=sorted(before),
            unset=FREE,
            put={"state": state, "decided_at": stamp(now), **(put or {})},
            remove=remove,
            refusal=_not_free,
        )

    def _claim(
        self, registration: Registration, person: PersonKey, now: datetime, held: timedelta
    ) -> Write:
        """From its verification on, however late it counts."""
        values = {
            "reg": registration.registration_id,
            "company_id": registration.company_id,
            "until": stamp((registration.verified_at or now) + held),
        }
        return self.table.replace(
            keys.person(person),
            values,
            unless=lambda e: (
                f"{e.name('until')} <= {e.value(stamp(now))} OR "
                f"{e.name('reg')} = {e.value(registration.registration_id)}"
            ),
            refusal=lambda old: PersonTaken(old["company_id"]),
        )

    def _move(self, company_id: CompanyId, step: Step) -> Write:
        return self.table.change(
            keys.tally(company_id),
            guards=step.guards,
            put=step.put,
            add=step.add,
            refusal=lambda old: TallyRefused(tally_item.from_item(company_id, old)),
        )

    def _reach(self, milestone: Milestone, now: datetime) -> Write:
        key = keys.milestone(milestone.company_id, milestone.number)
        values = {"state": "reached", "number": milestone.number, "reached_at": stamp(now)}
        return self.table.new(key, values)
