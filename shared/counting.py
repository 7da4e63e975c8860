"""verified registration -> held, excluded, or counted: the decision table, told to the store."""

from datetime import datetime

from shared.contracts.events import (
    MilestoneReached,
    ReferralCounted,
    ReferralHeld,
    ReferralNotCounted,
)
from shared.domain.errors import PersonTaken, TallyRefused
from shared.domain.ids import PersonKey
from shared.domain.milestone import RISE, Milestone, Step, counting, reached
from shared.domain.registration import Reason, Registration
from shared.ports import Referrals
from shared.retry import retry_on_conflict


@retry_on_conflict
def settle(
    registration: Registration, person: PersonKey, *, referrals: Referrals, now: datetime
) -> None:
    """Give a verified registration its verdict.

    Raises:
        AlreadyDecided: it has one.
        Conflict: others won four times in a row; nothing was written.
    """
    try:
        if registration.exclusion is not None:
            _exclude(registration, person, registration.exclusion, referrals, now)
        elif registration.signals:
            referrals.hold(registration, person, _held(registration, now), now)
        else:
            _count(registration, person, referrals, now)
    except PersonTaken as taken:
        same = taken.company_id == registration.company_id
        reason = Reason.DUPLICATE_SAME_COMPANY if same else Reason.DUPLICATE_OTHER_COMPANY
        _exclude(registration, None, reason, referrals, now)


def _count(
    registration: Registration, person: PersonKey, referrals: Referrals, now: datetime
) -> None:
    """Most counts are plain ones, so try that unread; a refusal brings the tally as it is."""
    step, milestone = RISE, None
    while True:
        try:
            return _take(registration, person, step, milestone, referrals, now)
        except TallyRefused as refused:
            following = counting(refused.tally)
            if following is None:
                suspended = Reason.COMPANY_SUSPENDED
                return _exclude(registration, person, suspended, referrals, now)
            step, milestone = following, reached(following, refused.tally)


def _take(
    registration: Registration,
    person: PersonKey,
    step: Step,
    milestone: Milestone | None,
    referrals: Referrals,
    now: datetime,
) -> None:
    counted = ReferralCounted(
        event_id=f"counted:{registration.registration_id}",
        occurred_at=now,
        company_id=registration.company_id,
        registration_id=registration.registration_id,
    )
    events = [counted, *(_milestone(m, now) for m in [milestone] if m)]
    referrals.count(registration, person, step, milestone, events, now)


def _milestone(milestone: Milestone, now: datetime) -> MilestoneReached:
    return MilestoneReached(
        event_id=f"milestone:{milestone.company_id}:{milestone.number}",
        occurred_at=now,
        company_id=milestone.company_id,
        number=milestone.number,
    )


def _held(registration: Registration, now: datetime) -> ReferralHeld:
    return ReferralHeld(
        event_id=f"held:{registration.registration_id}",
        occurred_at=now,
        company_id=registration.company_id,
        registration_id=registration.registration_id,
        signals=tuple(registration.signals),
    )


def _exclude(
    registration: Registration,
    person: PersonKey | None,
    reason: Reason,
    referrals: Referrals,
    now: datetime,
) -> None:
    event = ReferralNotCounted(
        event_id=f"not_counted:{registration.registration_id}",
        occurred_at=now,
        company_id=registration.company_id,
        registration_id=registration.registration_id,
        reason=reason,
    )
    referrals.exclude(registration, person, reason, event, now)
