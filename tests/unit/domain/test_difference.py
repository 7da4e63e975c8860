"""Where what is kept differs from what happened: named exactly, and nowhere else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, get_args

import pytest

from shared.domain.books import Figures, Grounds
from shared.domain.credit import LotState
from shared.domain.difference import differences
from shared.domain.entry import Kind
from shared.domain.late import PATIENCE, late
from shared.domain.rebuild import rebuilt
from tests.support.acts import count_many, grant_all, let_in, seal_all
from tests.support.builders import ACME, NOON
from tests.support.fakes.memory import Memory
from tests.support.history import live_through, redeem
from tests.support.stores import Stores, in_memory

type Damage = Callable[[Grounds, Figures], tuple[Grounds, Figures]]


def the_books(live: Callable[[Stores], None] = live_through) -> tuple[Grounds, Figures]:
    stores = in_memory(Memory())
    live(stores)
    read = stores.books.read(ACME, NOON)
    assert read is not None
    return read


def of_tally(**changed: Any) -> Damage:
    return lambda g, f: (g, replace(f, tally=replace(f.tally, **changed)))


def of_head(**changed: Any) -> Damage:
    return lambda g, f: (g, replace(f, head=replace(f.head, **changed)))


def of_entry(n: int, **changed: Any) -> Damage:
    def damage(g: Grounds, f: Figures) -> tuple[Grounds, Figures]:
        entries = [*g.entries]
        entries[n - 1] = replace(entries[n - 1], **changed)
        return replace(g, entries=tuple(entries)), f

    return damage


def of_milestone(n: int, **changed: Any) -> Damage:
    def damage(g: Grounds, f: Figures) -> tuple[Grounds, Figures]:
        kept = [replace(m, **changed) if m.number == n else m for m in g.milestones]
        return replace(g, milestones=tuple(kept)), f

    return damage


def without_entry(n: int) -> Damage:
    return lambda g, f: (replace(g, entries=g.entries[: n - 1] + g.entries[n:]), f)


def of_lot(n: int, **changed: Any) -> Damage:
    def damage(g: Grounds, f: Figures) -> tuple[Grounds, Figures]:
        lots = [replace(lot, **changed) if lot.number == n else lot for lot in f.lots]
        return g, replace(f, lots=tuple(lots))

    return damage


def test_nothing_differs_in_a_company_everything_happened_to() -> None:
    grounds, stored = the_books()
    tally = stored.tally
    assert (tally.n, tally.g, tally.w) == (19, 3, 2), "all of it did happen"
    assert {"void", "carry_deficit", "uncount"} <= {entry.kind for entry in grounds.entries}
    assert rebuilt(grounds) == stored
    assert differences(grounds, stored) == []


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        (of_tally(n=20), ["tally n"]),
        (of_tally(r=3), ["tally r"]),
        (of_tally(active=False), ["tally active"]),
        (of_head(counted=99), ["head counted", "published"]),
        (of_head(hash="f" * 64), ["head hash"]),
        (of_entry(3, amount=4), ["entry 3 hash"]),
        (of_entry(3, hash="f" * 64), ["entry 3 hash"]),
        (of_entry(3, prev_hash="f" * 64), ["entry 3 hash"]),
        (without_entry(3), ["entry 3"]),
        (of_milestone(1, state="reached"), ["milestone 1"]),
        (of_lot(1, state=LotState.CONSUMED), ["lot 1 state"]),
        (of_lot(1, credit_id="crd_other"), ["lot 1 credit_id"]),
        (lambda g, f: (g, replace(f, lots=f.lots[1:])), ["lot 1"]),
        (lambda g, f: (g, replace(f, posted={**f.posted, "grant:7": 3})), ["posted grant:7"]),
        (lambda g, f: (g, replace(f, posted={**f.posted, "grant:1": 3})), ["posted grant:1"]),
    ],
)
def test_what_was_damaged_is_named_and_nothing_else(damage: Damage, named: list[str]) -> None:
    assert [found.what for found in differences(*damage(*the_books()))] == named


def test_nothing_differs_in_a_company_whose_ledger_has_every_kind() -> None:
    grounds, stored = the_books(redeem)
    assert {entry.kind for entry in grounds.entries} == set(get_args(Kind))
    assert rebuilt(grounds) == stored
    assert differences(grounds, stored) == []
    assert [(x.number, x.state.value, x.turn, x.job_order_id) for x in stored.lots] == [
        (-4, "available", 0, None),
        (-3, "expired", 0, None),
        (-1, "voided", 0, None),
        (1, "reserved", 3, "job_4"),
        (2, "voided", 1, None),
    ]


def without_ground(**changed: Any) -> Damage:
    return lambda g, f: (replace(g, **changed), f)


def moved_marker(g: Grounds, f: Figures) -> tuple[Grounds, Figures]:
    [((until, number), lot)] = f.available.items()
    return g, replace(f, available={(until + timedelta(days=1), number): lot})


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        (of_lot(1, turn=2), ["lot 1 turn"]),
        (of_lot(1, job_order_id="job_2"), ["lot 1 job_order_id"]),
        (of_lot(1, expires_at=NOON), ["lot 1 expires_at"]),
        (of_lot(2, state=LotState.AVAILABLE), ["lot 2 state"]),
        (of_lot(-4, granted_at=NOON), ["lot -4 granted_at"]),
        (of_head(added=4), ["head added"]),
        (of_head(restored=0), ["head restored"]),
        (of_tally(debt=1), ["tally debt"]),
        (moved_marker, ["available -4", "available -4"]),
        (lambda g, f: (g, replace(f, available={})), ["available -4"]),
        (without_ground(restored={}), ["restored 1"]),
        (without_ground(restored={1: NOON, 2: NOON}), ["restored 2", "lot 1 expires_at"]),
    ],
)
def test_what_was_damaged_of_credits_is_named(damage: Damage, named: list[str]) -> None:
    assert [found.what for found in differences(*damage(*the_books(redeem)))] == named


def test_an_adjustment_lost_is_missed() -> None:
    grounds, stored = the_books(redeem)
    left = tuple(a for a in grounds.adjustments if a.number != -4)
    named = [found.what for found in differences(replace(grounds, adjustments=left), stored)]
    assert named == ["adjustment (-4, 1)", "lot -4", "available -4"]


def test_an_entry_written_anew_with_its_own_hash_breaks_the_chain_behind_it() -> None:
    grounds, stored = the_books()
    forged = replace(grounds.entries[2], amount=7).sealed()
    entries = (*grounds.entries[:2], forged, *grounds.entries[3:])
    [found] = differences(replace(grounds, entries=entries), stored)
    assert found.what == "entry 4 prev_hash"


def test_a_registration_lost_shows_in_the_count() -> None:
    grounds, stored = the_books()
    found = differences(replace(grounds, counted=grounds.counted[1:]), stored)
    assert ("tally n", "19", "18") in [(d.what, d.stored, d.rebuilt) for d in found]


def test_a_milestone_lost_is_missed() -> None:
    grounds, stored = the_books()
    found = differences(replace(grounds, milestones=grounds.milestones[1:]), stored)
    assert ("milestone 1", "nothing") in [(d.what, d.stored) for d in found]


def test_a_milestone_may_wait_an_hour_for_its_credit() -> None:
    stores = in_memory(Memory())
    let_in(stores)
    count_many(stores, 10)
    seal_all(stores)
    read = stores.books.read(ACME, NOON)
    assert read is not None
    assert list(late(*read, NOON + PATIENCE - timedelta(seconds=1))) == []
    assert [d.what for d in late(*read, NOON + PATIENCE)] == ["milestone 1 late"]
    grant_all(stores, 1)
    read = stores.books.read(ACME, NOON)
    assert read is not None and list(late(*read, NOON + PATIENCE)) == []


def test_a_company_sees_within_the_hour_what_was_counted() -> None:
    stores = in_memory(Memory())
    let_in(stores)
    count_many(stores, 5)
    read = stores.books.read(ACME, NOON)
    assert read is not None
    assert list(late(*read, NOON)) == []
    [found] = late(*read, NOON + PATIENCE)
    assert (found.what, found.stored, found.rebuilt) == ("published late", "0", "3")
