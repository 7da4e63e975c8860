"""What other rules would have made of the registrations of a time: each is judged anew.

Only what is kept is known. Where a person decided, they are taken to decide the same again; who was
not looked at then is taken to be accepted. Whose device a registration came from is forgotten, and
whoever typed no code is deleted: a burst is guessed from all who are left of its link, and only
where the rules say otherwise than before. So what comes out is an estimate.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from shared.domain.hold import PERSONS, REFUSALS
from shared.domain.ids import LinkId
from shared.domain.registration import Reason, Signal, State
from shared.domain.rules import Rules

DUPLICATES: Final = frozenset({Reason.DUPLICATE_SAME_COMPANY, Reason.DUPLICATE_OTHER_COMPANY})

BY_LOOKING: Final = REFUSALS - {Reason.VOIDED_BY_COMPANY}
"""What somebody found by looking; a company's own word does not hang on it."""


@dataclass(frozen=True, slots=True)
class Past:
    """A registration as it is known afterwards.

    Args:
        verified_at: None where nobody typed its code.
        held_for: what it waits for, or waited for last.
        taken_at: of a duplicate, when its person was claimed by another; None where not known.
    """

    link_id: LinkId
    submitted_at: datetime
    state: State
    verified_at: datetime | None = None
    reason: Reason | None = None
    signals: tuple[Signal, ...] = ()
    held_for: str | None = None
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """
    Args:
        registered: looked at, whatever became of them.
        counted: as it is.
        would_count: as it would be.
        waiting: of those who count, or would, who would still wait for their time.
        more_looks: whom an adviser would have looked at beside.
        perhaps_looks: whom somebody may have looked at as one of a burst; a guess.
        unknown: duplicates of whom it is not known since when somebody else had the person.
    """

    registered: int
    counted: int
    would_count: int
    waiting: int
    more_looks: int
    perhaps_looks: int
    unknown: int


class _Fate(StrEnum):
    COUNTS = "counts"
    WAITS = "waits"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class _Judge:
    rules: Rules
    before: Rules
    until: datetime
    crowds: Mapping[LinkId, Sequence[datetime]]

    def fate(self, past: Past) -> _Fate:
        if past.verified_at is None or not self._may_count(past):
            return _Fate.NOT
        is_over = past.verified_at + timedelta(days=self.rules.hold_days) <= self.until
        return _Fate.COUNTS if is_over else _Fate.WAITS

    def may_be_burst(self, past: Past) -> bool:
        """Of whom nobody thought so: where fewer make one than before, or in a longer time."""
        rules, before = self.rules, self.before
        is_stricter = rules.burst < before.burst or rules.burst_minutes > before.burst_minutes
        return is_stricter and self._is_crowd(past)

    def _may_count(self, past: Past) -> bool:
        """Whether nothing but time stands between it and the count."""
        match past.state:
            case State.COUNTED:
                return True
            case State.HELD:
                return past.held_for not in PERSONS or not self._is_looked_at(past)
            case State.NOT_COUNTED if past.reason in DUPLICATES:
                return self._is_free(past)
            case State.NOT_COUNTED if past.reason in BY_LOOKING and past.held_for in PERSONS:
                return not self._is_looked_at(past)
        return False

    def _is_free(self, past: Past) -> bool:
        """The other's time with the person was over by then; and nothing speaks against it."""
        if past.taken_at is None or past.verified_at is None or past.signals:
            return False
        return past.taken_at + self.rules.person_held <= past.verified_at

    def _is_looked_at(self, past: Past) -> bool:
        others = [signal for signal in past.signals if signal is not Signal.BURST]
        is_burst = Signal.BURST in past.signals and self._is_still_burst(past)
        return self.rules.acceptance_needed or bool(others) or is_burst

    def _is_still_burst(self, past: Past) -> bool:
        rules, before = self.rules, self.before
        is_milder = rules.burst > before.burst or rules.burst_minutes < before.burst_minutes
        return not is_milder or self._is_crowd(past)

    def _is_crowd(self, past: Past) -> bool:
        """So many came by its link, from whatever device."""
        crowd = self.crowds[past.link_id]
        since = past.submitted_at - timedelta(minutes=self.rules.burst_minutes)
        came = bisect_right(crowd, past.submitted_at) - bisect_right(crowd, since)
        return came >= self.rules.burst


def effect(pasts: Sequence[Past], rules: Rules, before: Rules, until: datetime) -> Effect:
    """
    Args:
        before: the rules that `rules` are to follow.
        until: now, where the time ends: who waits longer than that does not count yet.
    """
    judge = _Judge(rules, before, until, _crowds(pasts))
    fates = [judge.fate(past) for past in pasts]
    unseen = [past for past in pasts if _was_let_through(past)]
    return Effect(
        registered=len(pasts),
        counted=sum(past.state is State.COUNTED for past in pasts),
        would_count=fates.count(_Fate.COUNTS),
        waiting=fates.count(_Fate.WAITS),
        more_looks=len(unseen) if rules.acceptance_needed else 0,
        perhaps_looks=sum(map(judge.may_be_burst, unseen)) if not rules.acceptance_needed else 0,
        unknown=sum(past.reason in DUPLICATES and past.taken_at is None for past in pasts),
    )


def _was_let_through(past: Past) -> bool:
    """Nobody looked, and nothing else spoke against it."""
    was_looked_at = bool(past.signals) or past.held_for in PERSONS
    return past.verified_at is not None and past.reason is None and not was_looked_at


def _crowds(pasts: Sequence[Past]) -> Mapping[LinkId, Sequence[datetime]]:
    """When somebody registered, by link, the first first."""
    found = defaultdict[LinkId, list[datetime]](list)
    for past in pasts:
        found[past.link_id].append(past.submitted_at)
    return {link: sorted(times) for link, times in found.items()}
