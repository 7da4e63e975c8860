"""A held registration, and everybody at once: time, an adviser's yes, a no, a company's void."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from itertools import permutations
from threading import Barrier

import pytest

from shared.domain.errors import Conflict, StateForbids
from shared.domain.registration import Registration, Signal, State
from shared.domain.void import FEWEST
from shared.table import keys
from shared.table.commit import Table
from tests.support.acts import let_in, person
from tests.support.builders import ACME, NOON, a_doorway, a_link
from tests.support.ruling import (
    DAY,
    accepts,
    hands_in,
    judge,
    make,
    refuses,
    releases,
    rules,
    state,
    types_code,
    voids,
    works_off,
)
from tests.support.stores import Stores, on_table

type Act = Callable[[Stores, Registration], object]
OVER = NOON + 2 * DAY
ENDS = {State.COUNTED, State.NOT_COUNTED}
PEOPLE = 12


@pytest.fixture
def stores(table: Table) -> Stores:
    stores = on_table(table)
    let_in(stores)
    stores.links.add(a_link(), a_doorway())
    make(stores, rules(hold_days=1))
    return stores


def time_comes(stores: Stores, _: Registration) -> None:
    judge(stores, OVER, lambda error: pytest.fail(repr(error))).release(stores.registrations)


def company_voids(stores: Stores, _: Registration) -> None:
    works_off(stores, OVER)


ACTS: dict[str, Act] = {
    "time": time_comes,
    "time again": time_comes,
    "yes": lambda stores, made: accepts(stores, made, OVER),
    "no": refuses,
    "void": company_voids,
}


def at_once(stores: Stores, made: Registration, acts: list[Act]) -> None:
    together = Barrier(len(acts))

    def one(act: Act) -> None:
        together.wait(10)
        with suppress(Conflict, StateForbids):
            act(stores, made)

    with ThreadPoolExecutor(len(acts)) as crowd:
        list(crowd.map(one, acts))


def is_one_verdict(stores: Stores, table: Table, people: list[Registration]) -> None:
    """The tally, what was said and whom they hold are of one opinion."""
    ends = {made.registration_id: state(stores, made) for made in people}
    assert set(ends.values()) <= ENDS
    counted = {name for name, end in ends.items() if end is State.COUNTED}
    tally = stores.ledgers.tally_and_head(ACME)[0]
    assert (tally.n, tally.lawful) == (len(counted), True)
    said = stores.said()
    for name in ends:
        verdicts = [f"counted:{name}" in said, f"not_counted:{name}" in said]
        assert verdicts == [name in counted, name not in counted]
    for made in people:
        holder = table.get(keys.person(person(made.candidate.full_name.lower())))
        assert (holder is not None) is (made.registration_id in counted)


@pytest.mark.parametrize("signals", [(), (Signal.BURST,)])
def test_whoever_comes_first_decides_and_it_counts_at_most_once(
    stores: Stores, table: Table, signals: tuple[Signal, ...]
) -> None:
    people = [hands_in(stores, f"p{n}", signals=signals) for n in range(PEOPLE)]
    for made in people:
        types_code(stores, made)
    voids(stores, a_link(), NOON, NOON + timedelta(hours=1))
    for n, made in enumerate(people):
        order = list(permutations(ACTS.values()))[n * 7 % 120]
        at_once(stores, made, [*order])
    works_off(stores, OVER + DAY)
    releases(stores, OVER + DAY)
    is_one_verdict(stores, table, people)


def test_many_judges_count_everybody_once(stores: Stores, table: Table) -> None:
    people = [hands_in(stores, f"p{n}") for n in range(PEOPLE)]
    for made in people:
        types_code(stores, made)
    at_once(stores, people[0], [time_comes] * 4)
    releases(stores, OVER)
    is_one_verdict(stores, table, people)
    assert stores.ledgers.tally_and_head(ACME)[0].n == PEOPLE


def test_a_code_typed_while_its_window_is_worked_off_never_slips_through(
    stores: Stores, table: Table
) -> None:
    """Excluded, or counted and waiting for its reversal; only fewer than three go on counting."""
    people = [hands_in(stores, f"p{n}", at=NOON - DAY) for n in range(PEOPLE)]
    voids(stores, a_link(), NOON - 2 * DAY, NOON)
    for made in people:
        at_once(stores, made, [company_voids, lambda s, m: types_code(s, m)])
    works_off(stores, OVER)
    works_off(stores, OVER + DAY)
    items, _ = table.inbox(keys.Inbox.REVERSALS, limit=50, after=None)
    waiting = {item["registration_id"] for item in items}
    counted = {m.registration_id for m in people if state(stores, m) is State.COUNTED}
    assert waiting <= counted and len(counted - waiting) < FEWEST
    assert {state(stores, made) for made in people} <= ENDS
    assert stores.ledgers.tally_and_head(ACME)[0].n == len(counted)


def test_a_judge_that_dies_between_two_requests_is_followed_by_one_that_ends_it(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = hands_in(stores)
    types_code(stores, made)
    commit, dies = Table.commit, iter([True, False])

    def dying(self: Table, *writes: object) -> None:
        commit(self, *writes)  # type: ignore[arg-type]
        if next(dies, False):
            raise KeyboardInterrupt

    monkeypatch.setattr(Table, "commit", dying)
    with pytest.raises(KeyboardInterrupt):
        releases(stores, OVER)
    assert releases(stores, OVER) == (0, 0)
    assert stores.ledgers.tally_and_head(ACME)[0].n == 1
