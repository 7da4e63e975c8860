"""verified registration -> excluded, held, or counted: the decision table, told to the store."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.contracts.events import (
    MilestoneReached,
    ReferralCounted,
    ReferralHeld,
    ReferralNotCounted,
)
from shared.domain.errors import NowExcluded, PersonTaken, TallyRefused
from shared.domain.hold import Hold, hold
from shared.domain.ids import PersonKey
from shared.domain.milestone import RISE, Milestone, Step, counting, reached
from shared.domain.registration import Reason, Registration
from shared.ports.programme import Programme
from shared.ports.registering import Referrals
from shared.retry import retry_on_conflict


def not_counted(registration: Registration, reason: Reason, now: datetime) -> ReferralNotCounted:
    return ReferralNotCounted(
        event_id=f"not_counted:{registration.registration_id}",
        occurred_at=now,
        company_id=registration.company_id,
        registration_id=registration.registration_id,
        reason=reason,
    )


@retry_on_conflict
def settle(
    registration: Registration,
    person: PersonKey,
    *,
    referrals: Referrals,
    programme: Programme,
    now: datetime,
) -> None:
    """Give a verified registration its verdict, by the rules it was made under.

    Raises:
        AlreadyDecided: it has one.
        Conflict: others won four times in a row; nothing was written.
    """
    rules = programme.version(registration.rule_version)
    waits = hold(registration, rules, registration.verified_at or now)
    verdict = Verdict(registration, person, referrals, rules.person_held, now)
    if registration.exclusion is not None:
        verdict.exclude(registration.exclusion)
    elif waits:
        verdict.hold(waits)
    else:
        verdict.count()


@retry_on_conflict
def count_held(
    registration: Registration,
    person: PersonKey,
    *,
    referrals: Referrals,
    programme: Programme,
    now: datetime,
) -> None:
    """What a held registration waited for is over. Raises as `settle` does."""
    rules = programme.version(registration.rule_version)
    Verdict(registration, person, referrals, rules.person_held, now).count()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Over one registration, by whoever read it as it is here."""

    registration: Registration
    person: PersonKey
    referrals: Referrals
    person_held: timedelta
    now: datetime

    def count(self) -> None:
        """Most counts are plain ones, so try that unread; a refusal brings the tally as it is."""
        step, milestone = RISE, None
        try:
            while True:
                try:
                    return self._take(step, milestone)
                except TallyRefused as refused:
                    following = counting(refused.tally)
                    if following is None:
                        return self.exclude(Reason.COMPANY_SUSPENDED)
                    step, milestone = following, reached(following, refused.tally)
        except PersonTaken as taken:
            self._duplicate(taken)
        except NowExcluded as excluded:
            self.exclude(Reason(excluded.reason))

    def hold(self, waits: Hold) -> None:
        event = ReferralHeld(
            event_id=f"held:{self.registration.registration_id}",
            occurred_at=self.now,
            company_id=self.registration.company_id,
            registration_id=self.registration.registration_id,
            signals=tuple(self.registration.signals),
        )
        try:
            self.referrals.hold(
                self.registration, self.person, event, self.now, waits, self.person_held
            )
        except PersonTaken as taken:
            self._duplicate(taken)
        except NowExcluded as excluded:
            self.exclude(Reason(excluded.reason))

    def exclude(self, reason: Reason, *, holds: bool = True) -> None:
        """`holds` is False where somebody else is known to hold the person."""
        event = not_counted(self.registration, reason, self.now)
        person = self.person if holds else None
        self.referrals.exclude(self.registration, person, reason, event, self.now)

    def _duplicate(self, taken: PersonTaken) -> None:
        same = taken.company_id == self.registration.company_id
        reason = Reason.DUPLICATE_SAME_COMPANY if same else Reason.DUPLICATE_OTHER_COMPANY
        self.exclude(reason, holds=False)

    def _take(self, step: Step, milestone: Milestone | None) -> None:
        counted = ReferralCounted(
            event_id=f"counted:{self.registration.registration_id}",
            occurred_at=self.now,
            company_id=self.registration.company_id,
            registration_id=self.registration.registration_id,
        )
        events = [counted, *(self._milestone(m) for m in [milestone] if m)]
        self.referrals.count(
            self.registration, self.person, step, milestone, events, self.now, self.person_held
        )

    def _milestone(self, milestone: Milestone) -> MilestoneReached:
        return MilestoneReached(
            event_id=f"milestone:{milestone.company_id}:{milestone.number}",
            occurred_at=self.now,
            company_id=milestone.company_id,
            number=milestone.number,
        )
