"""Every company's books are looked at; what differs at every look is a difference."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import reduce

import pytest

from functions.reconcile.flow import PAUSES, Account, lasting, reconcile, say
from shared.contracts.events import ReconcileDifference
from shared.domain.books import Figures, Grounds
from shared.domain.difference import Difference
from shared.domain.ids import CompanyId
from shared.domain.late import UNSAID
from tests.support.acts import count_many, let_in
from tests.support.builders import ACME, BOLT, NOON
from tests.support.fakes.books import FakeBooks
from tests.support.fakes.memory import Memory
from tests.support.history import live_through
from tests.support.stores import Stores

BAD = Difference(ACME, "tally n", "2", "3")
WORSE = Difference(ACME, "tally n", "2", "4")


@dataclass
class Lagging:
    """Books of which the first `looks` of a company show no registration, or a company moving."""

    books: FakeBooks
    looks: int
    moves: bool = False
    seen: dict[CompanyId, int] = field(default_factory=dict)

    def companies(self) -> Iterator[CompanyId]:
        yield from self.books.companies()

    def read(self, company_id: CompanyId, now: datetime) -> tuple[Grounds, Figures] | None:
        read = self.books.read(company_id, now)
        self.seen[company_id] = self.seen.get(company_id, 0) + 1
        if read is None or self.seen[company_id] > self.looks:
            return read
        return None if self.moves else (replace(read[0], counted=()), read[1])


@pytest.fixture
def memory(memory: Memory, stores: Stores) -> Memory:
    """Two companies, one of them with a history, and nothing left to say."""
    live_through(stores)
    let_in(stores, BOLT)
    memory.outbox.clear()
    return memory


def account(
    memory: Memory, books: FakeBooks | Lagging, stores: Stores
) -> tuple[Account, list[float]]:
    paused: list[float] = []
    made = reconcile(books=books, outbox=stores.outbox, now=NOON, pause=paused.append)
    return made, paused


def test_sound_books_are_looked_at_once(memory: Memory, stores: Stores) -> None:
    assert account(memory, FakeBooks(memory), stores) == (Account(2, (), ()), [0])


def test_a_difference_that_stays_is_told_once_and_stops_no_other(
    memory: Memory, stores: Stores
) -> None:
    memory.tallies[ACME] = replace(memory.tallies[ACME], n=20)
    del memory.companies[BOLT]
    memory.opened.pop(BOLT)
    made, paused = account(memory, FakeBooks(memory), stores)
    [told] = made.differences
    assert (told.company_id, told.what, told.stored, told.rebuilt) == (ACME, "tally n", "20", "19")
    assert paused == list(PAUSES)


def test_books_that_cannot_be_read_are_a_difference_and_stop_no_other(
    memory: Memory, stores: Stores
) -> None:
    memory.tallies[BOLT] = replace(memory.tallies[BOLT], debt=1)

    class Torn(FakeBooks):
        def read(self, company_id: CompanyId, now: datetime) -> tuple[Grounds, Figures] | None:
            if company_id == ACME:
                raise ValueError("an entry has no hash")
            return super().read(company_id, now)

    made, _ = account(memory, Torn(memory), stores)
    assert [(d.company_id, d.what) for d in made.differences] == [
        (ACME, "books"),
        (BOLT, "tally debt"),
    ]


@pytest.mark.parametrize("moves", [True, False])
def test_what_comes_right_before_the_last_look_is_no_difference(
    memory: Memory, stores: Stores, moves: bool
) -> None:
    books = Lagging(FakeBooks(memory), looks=len(PAUSES) - 1, moves=moves)
    made, paused = account(memory, books, stores)
    assert (made, paused) == (Account(2, (), ()), list(PAUSES))


def test_a_company_that_moves_at_every_look_is_called_restless(
    memory: Memory, stores: Stores
) -> None:
    books = Lagging(FakeBooks(memory), looks=len(PAUSES), moves=True)
    made, _ = account(memory, books, stores)
    assert (made.differences, made.restless) == ((), (ACME, BOLT))


@pytest.mark.parametrize(
    ("looks", "lasts"),
    [
        ((None, None, None, [BAD]), [BAD]),
        (([BAD], [BAD], [BAD], None), [BAD]),
        (([BAD], None, [WORSE, BAD], [BAD]), [BAD]),
        (([BAD], [WORSE], [BAD], [BAD]), []),
        (([BAD], [], [BAD], [BAD]), []),
        ((None, None), None),
    ],
)
def test_a_difference_is_what_every_look_found_that_could_judge(
    looks: tuple[list[Difference] | None, ...], lasts: list[Difference] | None
) -> None:
    assert reduce(lasting, looks, None) == lasts


def test_what_nobody_said_for_long_is_a_difference(memory: Memory, stores: Stores) -> None:
    count_many(stores, 1, BOLT)
    early = NOON + UNSAID
    for now, told in ((early, 0), (early + timedelta(seconds=1), 2)):
        made = reconcile(
            books=FakeBooks(memory), outbox=stores.outbox, now=now, pause=lambda _: None
        )
        assert len([d for d in made.differences if d.what.startswith("outbox ")]) == told


def test_each_company_is_said_once_a_day_with_how_many_and_nothing_is_mended(
    memory: Memory, stores: Stores
) -> None:
    memory.tallies[ACME] = replace(memory.tallies[ACME], n=20)
    kept = dict(memory.tallies)
    nowhere = Difference(CompanyId(""), "outbox x", "waiting", "said")
    found = Account(2, (BAD, WORSE, replace(BAD, company_id=BOLT), nowhere), ())
    for now in (NOON, NOON + timedelta(hours=1), NOON + timedelta(days=1)):
        say(found, outbox=stores.outbox, now=now)
    days = ("2026-03-02", "2026-03-03")
    assert {
        event.event_id: event.differences
        for event in memory.events
        if isinstance(event, ReconcileDifference)
    } == {f"difference:{c}:{day}": n for day in days for c, n in ((ACME, 2), (BOLT, 1))}
    assert len(memory.outbox) == 4 and memory.tallies == kept


def test_what_was_said_and_meets_another_commit_is_said_again(
    memory: Memory, stores: Stores
) -> None:
    memory.conflicts = 2
    say(Account(1, (BAD,), ()), outbox=stores.outbox, now=NOON)
    assert len(memory.outbox) == 1
