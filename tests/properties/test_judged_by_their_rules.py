"""Whatever versions follow, a registration is judged by the one in force when it was made."""

from datetime import datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from functions.agency.rules_flow import make
from shared.domain.errors import InvalidRequest
from shared.domain.registration import Registration, Signal, State
from shared.domain.rules import FIRST, in_force
from tests.support.acts import let_in
from tests.support.builders import ACME, NOON
from tests.support.fakes.memory import Memory
from tests.support.ruling import DAY, accepts, hands_in, releases, state, types_code
from tests.support.stores import Stores, in_memory

CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "hold_days": st.integers(0, 60),
        "acceptance_needed": st.booleans(),
        "person_held_days": st.integers(90, 400),
    },
).filter(bool)
VERSION = st.tuples(st.just("version"), st.integers(0, 40), CHANGES)
PERSON = st.tuples(st.just("person"), st.integers(0, 40), st.booleans())
LATER = NOON + 4000 * DAY


def version(stores: Stores, now: datetime, ahead: timedelta, changed: dict[str, Any]) -> None:
    make(
        changed,
        effective_from=now + ahead,
        made_by="key_1",
        rulebook=stores.rulebook,
        written=lambda _: stores.rulebook,
        now=now,
    )


def due(made: Registration, stores: Stores) -> tuple[bool, int]:
    """(a person is waited for, days), by the versions as they are at the very end."""
    versions = [FIRST, *(edition.rules for edition in stores.rulebook.all())]
    rules = in_force(versions, made.submitted_at)
    return bool(made.signals) or rules.acceptance_needed, rules.hold_days


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(VERSION, PERSON), min_size=1, max_size=12))
def test_a_registration_is_judged_by_the_version_valid_when_it_was_made(steps: list[Any]) -> None:
    stores, now, people = in_memory(Memory()), NOON, list[Registration]()
    let_in(stores)
    for what, hours, said in steps:
        now += timedelta(hours=1)
        if what == "person":
            signals = (Signal.BURST,) if said else ()
            people.append(hands_in(stores, f"p{len(people)}", at=now, signals=signals))
            continue
        try:
            version(stores, now, timedelta(hours=hours), said)
        except InvalidRequest:  # before the version before
            continue
    typed = now + 50 * DAY
    for made in people:
        needs_person, days = due(made, stores)
        at_once = not needs_person and not days
        assert types_code(stores, made, typed) is (State.COUNTED if at_once else State.HELD)
    _time_passes(stores, people, typed)


def _time_passes(stores: Stores, people: list[Registration], typed: datetime) -> None:
    """Day by day, nobody counts before their time, and in the end everybody once."""
    for day in (1, 7, 30, 60):
        at = typed + day * DAY + timedelta(milliseconds=1)
        releases(stores, at)
        for made in people:
            needs_person, days = due(made, stores)
            counts = not needs_person and days <= day
            assert (state(stores, made) is State.COUNTED) is counts
    for made in people:
        if due(made, stores)[0]:
            assert accepts(stores, made, LATER) is State.COUNTED
    assert stores.ledgers.tally_and_head(ACME)[0].n == len(people)
