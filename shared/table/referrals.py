"""Verdicts: each is one transaction, and its refusals are judged REG, PERSON, TALLY."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from shared.domain.errors import AlreadyDecided, Conflict, PersonTaken, RelayError, TallyRefused
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.milestone import Milestone, Step
from shared.domain.registration import UNDECIDED, Reason, Registration, State
from shared.domain.rules import FIRST
from shared.table import keys, tally_item
from shared.table.codec import stamp
from shared.table.commit import Table
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import Event


def _decided(_: dict[str, Any]) -> RelayError:
    return AlreadyDecided("this registration has its verdict")


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
    ) -> None:
        """Branches A, B and C.

        Raises:
            AlreadyDecided, PersonTaken, TallyRefused, Conflict
        """
        self.table.commit(
            self._verdict(registration, State.COUNTED, now, UNDECIDED),
            self._claim(registration, person, now),
            self._move(registration.company_id, step),
            *(self._reach(m, now) for m in [milestone] if m),
            *(self.table.outbox(event) for event in events),
        )

    def hold(
        self, registration: Registration, person: PersonKey, event: Event, now: datetime
    ) -> None:
        """Branch H. Raises AlreadyDecided, PersonTaken, Conflict."""
        self.table.commit(
            self.table.change(
                keys.registration(registration.registration_id),
                state_in=sorted({State.SUBMITTED, State.VERIFIED}),
                put={
                    "state": State.HELD,
                    "held_for": "signals",
                    "decided_at": stamp(now),
                    keys.DUE_PARTITION: keys.inbox("held"),
                    keys.DUE_SORT: stamp(now),
                },
                remove=[keys.EXPIRES],
                refusal=_decided,
            ),
            self._claim(registration, person, now),
            self.table.outbox(event),
        )

    def verify(
        self, registration: Registration, person: PersonKey, event: Event, now: datetime
    ) -> None:
        """Branch V: the person is claimed, the count is queued.

        Raises:
            AlreadyDecided, PersonTaken, Conflict
        """
        self.table.commit(
            self._verdict(registration, State.VERIFIED, now, {State.SUBMITTED}),
            self._claim(registration, person, now),
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
            self._verdict(registration, State.NOT_COUNTED, now, {registration.state}, reason),
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

    def _verdict(
        self,
        registration: Registration,
        state: State,
        now: datetime,
        before: frozenset[State] | set[State],
        reason: Reason | None = None,
    ) -> Write:
        return self.table.change(
            keys.registration(registration.registration_id),
            state_in=sorted(before),
            put={"state": state, "decided_at": stamp(now), "reason": reason},
            remove=[] if reason is Reason.UNVERIFIED else keys.TIDYING,
            refusal=_decided,
        )

    def _claim(self, registration: Registration, person: PersonKey, now: datetime) -> Write:
        values = {
            "reg": registration.registration_id,
            "company_id": registration.company_id,
            "until": stamp(now + FIRST.person_held),
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
