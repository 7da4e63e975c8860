"""Registrations judged anew by other rules: what is known decides, what is not stays as it was."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from shared.domain.effect import Effect, Past, effect
from shared.domain.ids import LinkId
from shared.domain.registration import Reason, Signal, State
from shared.domain.rules import FIRST, Rules
from tests.support.builders import NOON

NOW = NOON + timedelta(days=80)
COUNTED = Past(LinkId("lnk"), NOON, State.COUNTED, verified_at=NOON)
REFUSED = replace(
    COUNTED,
    state=State.NOT_COUNTED,
    reason=Reason.SUSPECTED_FRAUD,
    signals=(Signal.BURST,),
    held_for="signals",
)
TAKEN = replace(COUNTED, state=State.NOT_COUNTED, reason=Reason.DUPLICATE_OTHER_COMPANY)
ASKING = replace(FIRST, acceptance_needed=True)


def judged(pasts: Sequence[Past], rules: Rules) -> Effect:
    return effect(pasts, rules, FIRST, NOW)


def days_ago(days: int, past: Past = COUNTED) -> Past:
    at = NOW - timedelta(days=days)
    return replace(past, submitted_at=at, verified_at=at)


def test_the_rules_they_were_judged_by_change_nothing() -> None:
    states = [State.SUBMITTED, State.REVERSED, State.NOT_COUNTED, State.COUNTED]
    pasts = [replace(COUNTED, state=state) for state in states]
    crowd = [replace(COUNTED, submitted_at=NOON + timedelta(minutes=n)) for n in range(9)]
    alone = replace(REFUSED, link_id=LinkId("other"))
    found = judged([*pasts, *crowd, REFUSED, alone, TAKEN], FIRST)
    assert (found.registered, found.counted, found.would_count, found.waiting) == (16, 10, 10, 0)
    assert (found.more_looks, found.perhaps_looks) == (0, 0)


def test_who_came_within_the_hold_would_still_wait() -> None:
    found = judged([days_ago(3), days_ago(7), days_ago(40)], replace(FIRST, hold_days=7))
    assert (found.counted, found.would_count, found.waiting) == (3, 2, 1)


def test_who_waits_for_time_alone_counts_without_a_hold() -> None:
    waits = replace(days_ago(1), state=State.HELD, held_for="period")
    assert judged([waits], FIRST).would_count == 1
    assert judged([waits], replace(FIRST, hold_days=5)).waiting == 1


def test_acceptance_is_one_more_look_at_whom_nobody_looked_at() -> None:
    looked_at = replace(COUNTED, signals=(Signal.OWN_DOMAIN,), held_for="signals")
    found = judged([COUNTED, looked_at, replace(COUNTED, verified_at=None)], ASKING)
    assert (found.more_looks, found.perhaps_looks) == (1, 0)
    assert found.would_count == 2


def test_who_waits_for_a_person_counts_where_none_is_needed() -> None:
    waits = replace(COUNTED, state=State.HELD, held_for="acceptance")
    assert judged([waits], FIRST).would_count == 1
    assert judged([waits], ASKING).would_count == 0
    marked = replace(waits, held_for="signals", signals=(Signal.SAME_PHONE,))
    assert judged([marked], FIRST).would_count == 0


@pytest.mark.parametrize(("burst", "counts"), [(6, 0), (7, 1)])
def test_a_refused_burst_counts_only_where_too_few_came_for_one(burst: int, counts: int) -> None:
    others = [replace(COUNTED, submitted_at=NOON - timedelta(minutes=n)) for n in (1, 2, 3, 8, 9)]
    found = judged([REFUSED, *others], replace(FIRST, burst=burst))
    assert found.would_count - len(others) == counts


def test_a_burst_is_told_by_its_link_and_by_the_minutes_of_the_rules() -> None:
    others = [replace(COUNTED, submitted_at=NOON - timedelta(minutes=n)) for n in (1, 2, 3, 9)]
    assert judged([REFUSED, *others], replace(FIRST, burst_minutes=9)).would_count == 5
    elsewhere = [replace(other, link_id=LinkId("other")) for other in others]
    assert judged([REFUSED, *elsewhere], replace(FIRST, burst_minutes=9)).would_count == 5


def test_who_might_have_been_a_burst_is_told_and_counts() -> None:
    crowd = [replace(COUNTED, submitted_at=NOON + timedelta(minutes=n)) for n in range(4)]
    found = judged(crowd, replace(FIRST, burst=3))
    assert (found.perhaps_looks, found.would_count) == (2, 4)


@pytest.mark.parametrize(("held", "counts"), [(90, 1), (100, 1), (101, 0), (365, 0)])
def test_a_duplicate_counts_once_the_others_time_is_over(held: int, counts: int) -> None:
    taken = replace(TAKEN, taken_at=NOON - timedelta(days=100))
    found = judged([taken], replace(FIRST, person_held_days=held))
    assert (found.would_count, found.unknown) == (counts, 0)


def test_a_duplicate_of_whom_nothing_is_kept_stays_one_and_is_told() -> None:
    found = judged([TAKEN], replace(FIRST, person_held_days=90))
    assert (found.would_count, found.unknown) == (0, 1)


@pytest.mark.parametrize(
    "reason", [Reason.LINK_CLOSED, Reason.VOIDED_BY_COMPANY, Reason.UNVERIFIED, Reason.WITHDRAWN]
)
def test_what_no_rule_decides_stays(reason: Reason) -> None:
    past = replace(REFUSED, reason=reason)
    assert judged([past], replace(FIRST, burst=50)).would_count == 0
