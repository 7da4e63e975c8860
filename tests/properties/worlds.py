"""Everything that can happen to one company next, by the domain alone."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Protocol

from shared.domain import ledger, redemption
from shared.domain.credit import Lot, LotState, expiry
from shared.domain.errors import StateForbids
from shared.domain.ids import JobOrderId
from shared.domain.ledger import Head, Posting
from shared.domain.milestone import Tally, counting, reached
from shared.domain.redemption import Move
from shared.domain.reversal import reverse
from shared.domain.rules import FIRST, Rules
from shared.domain.settlement import settlement
from tests.support.builders import ACME, NOON, TODAY

JOB: Final = JobOrderId("job_1")
OF_TOTALS: Final = ("count", "uncount", "fill", "carry_deficit")
"""Names numbered by totals that only grow."""


@dataclass(frozen=True, slots=True)
class Bounds:
    counted: int
    reversed: int
    turns: int = 1
    adjusted: int = 0


@dataclass(frozen=True, slots=True)
class World:
    """`posted` are the names of entries that are not numbered by a total; the head has no hash."""

    tally: Tally = field(default_factory=lambda: Tally(ACME))
    head: Head = field(default_factory=lambda: Head(ACME))
    waiting: frozenset[int] = frozenset()
    lots: frozenset[Lot] = frozenset()
    posted: frozenset[str] = frozenset()

    def follows(self, posting: Posting) -> "World":
        """Raises AssertionError: a name is said twice, or the entries do not chain."""
        chained = [posting.before.hash, *(entry.hash for entry in posting.entries)]
        assert [entry.prev_hash for entry in posting.entries] == chained[:-1]
        assert posting.after.hash == chained[-1]
        head = replace(posting.after, seq=0, hash="", sealed_on=None)
        names = [e.entry_id for e in posting.entries if e.entry_id.split(":")[0] not in OF_TOTALS]
        assert not self.posted.intersection(names), names
        return replace(self, head=head, posted=self.posted.union(names))

    def moves(self, move: Move) -> "World":
        before = {move.before} if move.before else set()
        return replace(self.follows(move.posting), lots=self.lots - before | {move.after})

    def of(self, *states: LotState) -> list[Lot]:
        return sorted((x for x in self.lots if x.state in states), key=lambda lot: lot.number)


type Next = tuple[str, World]


def following(world: World, bounds: Bounds) -> Iterator[Next]:
    yield from _counts(world, bounds)
    yield from _shows(world)
    yield from _reverses(world, bounds)
    yield from _redeems(world, bounds)
    yield from _adjusts(world, bounds)


def _counts(world: World, bounds: Bounds) -> Iterator[Next]:
    tally = world.tally
    step = counting(tally)
    if step and tally.n + world.head.uncounted < bounds.counted:
        milestone = reached(step, tally)
        waiting = world.waiting | ({milestone.number} if milestone else set())
        yield "count", replace(world, tally=step.take(tally), waiting=waiting)


def _shows(world: World) -> Iterator[Next]:
    if posting := ledger.seal(world.head, world.tally.n, on=TODAY, rules=FIRST):
        yield "seal", world.follows(posting)
    for number in world.waiting:
        posting = ledger.grant(world.head, number, on=TODAY, rules=FIRST)
        lot = Lot("crd", ACME, number, LotState.AVAILABLE, NOON, expiry(NOON, FIRST))
        granted = replace(world, waiting=world.waiting - {number}, lots=world.lots | {lot})
        yield "grant", granted.follows(posting)


def _reverses(world: World, bounds: Bounds) -> Iterator[Next]:
    tally, available = world.tally, world.of(LotState.AVAILABLE)
    if tally.n and world.head.uncounted < bounds.reversed:
        waiting = sorted(world.waiting)
        taken = reverse(
            tally, world.head, waiting=waiting, available=available, on=TODAY, rules=FIRST
        )
        assert taken.step.holds(tally)
        after = replace(world.follows(taken.posting), tally=taken.step.take(tally))
        after = replace(after, waiting=world.waiting - {taken.milestone})
        yield "reverse", _without(after, taken.credit)
    paid = settlement(tally, world.head, available=available, on=TODAY, rules=FIRST)
    if paid:
        assert paid.step.holds(tally)
        after = replace(world.follows(paid.posting), tally=paid.step.take(tally))
        yield "settle", _without(after, paid.credit)


def _without(world: World, credit: Lot | None) -> World:
    if credit is None:
        return world
    return replace(world, lots=world.lots - {credit} | {replace(credit, state=LotState.VOIDED)})


def _redeems(world: World, bounds: Bounds) -> Iterator[Next]:
    """Every act on every credit: where its state forbids it, nothing happens."""
    for lot in world.lots:
        if lot.turn < bounds.turns:
            yield from _tried(world, lot, _reserve)
        for act in (redemption.release, redemption.consume, redemption.expire):
            yield from _tried(world, lot, act)
        if f"restore:{lot.number}" not in world.posted:
            yield from _tried(world, lot, redemption.restore)


def _reserve(head: Head, lot: Lot, *, on: date, rules: Rules) -> Move:
    return redemption.reserve(head, lot, JOB, on=on, rules=rules)


def _adjusts(world: World, bounds: Bounds) -> Iterator[Next]:
    head = world.head
    if head.added + head.taken < bounds.adjusted:
        yield "give", world.moves(redemption.give(head, "crd", now=NOON, rules=FIRST))
        for lot in world.lots:
            yield from _tried(world, lot, redemption.take)


class Act(Protocol):
    def __call__(self, head: Head, lot: Lot, *, on: date, rules: Rules) -> Move: ...


def _tried(world: World, lot: Lot, act: Act) -> Iterator[Next]:
    with suppress(StateForbids):
        move = act(world.head, lot, on=TODAY, rules=FIRST)
        yield move.posting.entries[0].kind, world.moves(move)


def reachable(start: World, bounds: Bounds) -> tuple[set[World], set[str]]:
    """Every world, and every act that led to one."""
    found, new, acts = {start}, [start], set[str]()
    while new:
        for name, world in following(new.pop(), bounds):
            acts.add(name)
            if world not in found:
                found.add(world)
                new.append(world)
    return found, acts


def grown(counted: int) -> World:
    """So many were counted, each milestone was granted, and all of it shows."""
    world, bounds = World(), Bounds(counted, 0)
    while acts := dict(following(world, bounds)):
        world = next(acts[name] for name in ("grant", "count", "seal") if name in acts)
        if world.tally.n == counted == world.head.net:
            break
    return world
