"""The decision table: counted, held, excluded, and for which reason."""

from dataclasses import replace
from typing import Any

import pytest

from shared.contracts.events import ReferralHeld, ReferralNotCounted
from shared.counting import settle
from shared.domain.milestone import Tally
from shared.domain.registration import Reason, Registration, Signal, State
from shared.domain.rules import FIRST
from tests.support.acts import count, count_many, let_in, person, take_in
from tests.support.builders import ACME, BOLT, NOON, PROGRAMME
from tests.support.fakes.memory import Memory
from tests.support.stores import Stores


def verdict(stores: Stores, made: Registration, now: Any = NOON) -> State:
    name = made.candidate.email.partition("@")[0]
    settle(made, person(name), referrals=stores.referrals, programme=PROGRAMME, now=now)
    return stores.registrations.find(made.registration_id).state


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Tally(ACME), Tally(ACME, n=1, r=1)),
        (Tally(ACME, n=18, r=8, g=1), Tally(ACME, n=19, r=9, g=1)),
        (Tally(ACME, n=19, r=9, g=1), Tally(ACME, n=20, r=0, g=2)),
        (Tally(ACME, n=8, g=1, debt=2), Tally(ACME, n=9, g=1, debt=1)),
        (Tally(ACME, n=9, g=1, debt=1), Tally(ACME, n=10, g=1, debt=0)),
        (Tally(ACME, n=9, r=9, g=1, w=1), Tally(ACME, n=10, r=0, g=2, w=1)),
    ],
    ids=["A first", "A ninth", "B tenth", "C fills", "C pays off", "B after a withdrawal"],
)
def test_a_count_takes_the_step_its_tally_asks_for(
    stores: Stores, memory: Memory, before: Tally, after: Tally
) -> None:
    memory.tallies[ACME] = before
    assert verdict(stores, take_in(stores)) is State.COUNTED
    assert memory.tallies[ACME] == after
    reached = {f"milestone:{ACME}:{after.g}"} if after.g > before.g else set()
    assert {e.event_id for e in memory.events if "milestone" in e.event_id} == reached


def test_a_signal_holds_and_claims_but_counts_nothing(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    made = replace(take_in(stores), signals=(Signal.OWN_DOMAIN,))
    assert verdict(stores, made) is State.HELD
    assert memory.tallies[ACME].n == 0
    assert person("ada") in memory.persons
    assert isinstance(memory.events[-1], ReferralHeld)
    assert memory.events[-1].signals == ("own_domain",)


@pytest.mark.parametrize(
    ("holder", "reason"),
    [(ACME, Reason.DUPLICATE_SAME_COMPANY), (BOLT, Reason.DUPLICATE_OTHER_COMPANY)],
)
def test_a_person_counted_before_is_a_duplicate(
    stores: Stores, memory: Memory, holder: Any, reason: Reason
) -> None:
    let_in(stores)
    let_in(stores, BOLT)
    count(stores, "ada", holder)
    again = replace(take_in(stores, "eve"), candidate=take_in(stores, "ada", BOLT).candidate)
    before = memory.tallies[ACME]
    assert verdict(stores, again) is State.NOT_COUNTED
    assert (memory.reasons[again.registration_id], memory.tallies[ACME]) == (reason, before)
    assert isinstance(memory.events[-1], ReferralNotCounted)


def test_the_first_verified_wins_even_while_held(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    let_in(stores, BOLT)
    verdict(stores, replace(take_in(stores), signals=(Signal.OWN_DOMAIN,)))
    later = take_in(stores, "ada", BOLT)
    assert verdict(stores, later) is State.NOT_COUNTED
    assert memory.reasons[later.registration_id] is Reason.DUPLICATE_OTHER_COMPANY


def test_a_held_duplicate_is_excluded_and_not_held(stores: Stores) -> None:
    let_in(stores)
    let_in(stores, BOLT)
    count(stores, "ada", BOLT)
    made = replace(take_in(stores), signals=(Signal.OWN_DOMAIN,))
    assert verdict(stores, made) is State.NOT_COUNTED


def test_the_same_person_counts_again_after_twelve_months(stores: Stores) -> None:
    let_in(stores)
    let_in(stores, BOLT)
    count(stores, "ada", BOLT)
    later = NOON + FIRST.person_held
    assert verdict(stores, take_in(stores), later) is State.COUNTED


def test_a_link_closed_when_used_excludes_and_claims_nobody(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    made = replace(take_in(stores), exclusion=Reason.LINK_CLOSED)
    assert verdict(stores, made) is State.NOT_COUNTED
    assert memory.reasons[made.registration_id] is Reason.LINK_CLOSED
    assert memory.persons == {}


@pytest.mark.parametrize("tally", [Tally(ACME, active=False, n=9, r=9), None])
def test_a_company_not_active_counts_nobody_and_claims_nobody(
    stores: Stores, memory: Memory, tally: Tally | None
) -> None:
    if tally:
        memory.tallies[ACME] = tally
    made = take_in(stores)
    assert verdict(stores, made) is State.NOT_COUNTED
    assert memory.reasons[made.registration_id] is Reason.COMPANY_SUSPENDED
    assert (memory.persons, memory.tallies.get(ACME)) == ({}, tally)


def test_twenty_five_people_make_two_milestones(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    count_many(stores, 25)
    assert memory.tallies[ACME] == Tally(ACME, n=25, r=5, g=2)
    assert memory.milestones == {(ACME, 1): "reached", (ACME, 2): "reached"}
