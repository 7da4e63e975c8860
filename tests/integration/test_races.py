"""Two acts on one credit at once, their requests in every order: one wins, and the books add up."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count as numbered
from typing import Any

import pytest

from functions.grant.flow import grant
from shared.domain.credit import expiry
from shared.domain.difference import differences
from shared.domain.errors import AlreadyPosted, NoCreditAvailable, RelayError, StateForbids
from shared.domain.ids import CompanyId
from shared.domain.registration import Registration
from shared.domain.rules import FIRST
from shared.retry import retry_on_conflict
from shared.table.commit import Table
from tests.support.acts import count, let_in
from tests.support.builders import NOON, PROGRAMME
from tests.support.facts import milestone
from tests.support.redeeming import Desk
from tests.support.reversing import take_back
from tests.support.stores import on_table
from tests.support.turns import at_once, interleaved

ORDERS = int(os.environ.get("RELAY_ORDERS", "40"))
"""How many orders of their requests each race is run in; `make nightly` says more."""
LATE = expiry(NOON, FIRST)
COMPANIES = numbered()

type Act = Callable[[Desk], Any]


@pytest.fixture(autouse=True)
def _nobody_waits() -> Iterator[None]:
    with at_once:
        yield


def a_desk(table: Table, credits: int = 1) -> Desk:
    """Of a company of its own; its credits are numbered -1, -2, .."""
    company_id = CompanyId(f"co_{next(COMPANIES)}")
    let_in(on_table(table), company_id)
    desk = Desk(on_table(table), company_id)
    for n in range(credits):
        desk.give(f"adj_{n}")
    return desk


def with_people(desk: Desk) -> list[Registration]:
    """Ten, none of whom any other company has."""
    names = (f"{desk.company_id}-p{n}" for n in range(10))
    return [count(desk.stores, name, desk.company_id) for name in names]


def race(desk: Desk, table: Table, seed: int, *acts: Act) -> list[Any]:
    """And afterwards the books add up."""
    meant = [lambda t, a=act: a(replace(desk, stores=on_table(t))) for act in acts]
    ended = interleaved(table, meant, seed)
    read = desk.stores.books.read(desk.company_id, desk.now)
    assert read is not None and differences(*read) == []
    assert all(not isinstance(e, Exception) or isinstance(e, RelayError) for e in ended), ended
    return ended


def refused(ended: list[Any]) -> list[type]:
    return [type(end) for end in ended if isinstance(end, Exception)]


def head(desk: Desk) -> Any:
    return desk.stores.ledgers.head(desk.company_id)


def test_of_two_who_reserve_the_last_credit_one_gets_it_and_the_other_402(table: Table) -> None:
    won = Counter[int]()
    for seed in range(ORDERS):
        desk = a_desk(table)
        ended = race(desk, table, seed, lambda d: d.reserve("job_a"), lambda d: d.reserve("job_b"))
        assert refused(ended) == [NoCreditAvailable]
        won[[isinstance(end, Exception) for end in ended].index(False)] += 1
        assert head(desk).reserved_now == 1
    assert min(won[0], won[1]) > ORDERS // 10, "both orders were met"


def test_two_who_reserve_where_two_are_left_get_one_each(table: Table) -> None:
    for seed in range(ORDERS):
        desk = a_desk(table, 2)
        ended = race(desk, table, seed, lambda d: d.reserve("job_a"), lambda d: d.reserve("job_b"))
        assert {lot.number for lot in ended} == {-1, -2}


def test_a_credit_is_consumed_or_released_and_never_both(table: Table) -> None:
    met = set[int]()
    for seed in range(ORDERS):
        desk = a_desk(table)
        desk.reserve()
        ended = race(desk, table, seed, lambda d: d.consume(-1), lambda d: d.release(-1))
        assert refused(ended) == [StateForbids]
        assert (head(desk).reserved_now, head(desk).consumed + head(desk).available) == (0, 1)
        met.add(head(desk).consumed)
    assert met == {0, 1}


def test_a_reserved_credit_is_consumed_and_does_not_expire(table: Table) -> None:
    """The clock looks at credits available; one reserved meanwhile stays as it is."""
    for seed in range(ORDERS):
        desk = a_desk(table)
        desk.reserve()
        over = replace(desk, now=LATE)
        ended = race(over, table, seed, lambda d: d.consume(-1), lambda d: d.expire(-1))
        assert refused(ended) == [StateForbids]
        assert (head(desk).consumed, head(desk).expired) == (1, 0)


def test_released_when_it_is_over_it_expires_at_once_or_next_time(table: Table) -> None:
    met = set[int]()
    for seed in range(ORDERS):
        desk = a_desk(table)
        desk.reserve()
        over = replace(desk, now=LATE)
        ended = race(over, table, seed, lambda d: d.release(-1), lambda d: d.expire(-1))
        met.add(len(refused(ended)))
        if refused(ended):
            over.expire(-1)
        assert (head(desk).available, head(desk).expired, head(desk).released) == (0, 1, 1)
    assert met == {0, 1}


def test_reserved_as_it_expires_it_is_one_or_the_other(table: Table) -> None:
    met = set[str]()
    for seed in range(ORDERS):
        desk = a_desk(table)
        over = replace(desk, now=LATE)
        ended = race(over, table, seed, in_the_last_minute, lambda d: d.expire(-1))
        assert len(refused(ended)) == 1
        met.add(desk.stores.credits.find(desk.company_id, -1)[1].state.value)
        assert head(desk).expired + head(desk).reserved_now == 1
    assert met == {"expired", "reserved"}


def in_the_last_minute(desk: Desk) -> Any:
    return replace(desk, now=NOON).reserve()


def test_two_who_restore_a_credit_restore_it_once(table: Table) -> None:
    for seed in range(ORDERS):
        desk = a_desk(table)
        desk.reserve()
        desk.consume(-1)
        ended = race(desk, table, seed, lambda d: d.restore(-1), lambda d: d.restore(-1))
        [said] = refused(ended)
        assert said in {StateForbids, AlreadyPosted}
        assert (head(desk).restored, head(desk).available) == (1, 1)


def taking_back(made: Registration) -> Act:
    return lambda desk: retry_on_conflict(take_back)(desk.stores, made)


def the_grant(desk: Desk) -> bool:
    fact, ledgers = milestone(1, desk.company_id), desk.stores.ledgers
    return grant(fact, "crd_1", ledgers=ledgers, programme=PROGRAMME, now=NOON)


def test_a_milestone_is_granted_or_withdrawn_and_the_count_goes_down_once(table: Table) -> None:
    """Granted first, its credit is voided by the reversal."""
    met = set[tuple[int, int]]()
    for seed in range(ORDERS):
        desk = a_desk(table, 0)
        made = with_people(desk)
        assert refused(race(desk, table, seed, taking_back(made[0]), the_grant)) == []
        tally, ledger = desk.stores.ledgers.tally_and_head(desk.company_id)
        assert (tally.n, tally.r, tally.w, tally.debt, ledger.available) == (9, 9, 1, 0, 0)
        met.add((ledger.granted, ledger.voided))
    assert met == {(0, 0), (1, 1)}


def owing(table: Table, credits: int) -> Desk:
    """One count, and so many credits come free too late for it."""
    desk = a_desk(table, credits)
    made = with_people(desk)
    the_grant(desk)
    for _ in range(credits + 1):
        desk.reserve()
    take_back(desk.stores, made[0])
    for number in range(1, credits + 1):
        desk.release(-number)
    return desk


def test_a_credit_come_free_pays_the_debt_or_is_reserved_and_never_both(table: Table) -> None:
    met = set[int]()
    for seed in range(ORDERS):
        desk = owing(table, 1)
        ended = race(desk, table, seed, lambda d: d.settle(), lambda d: d.reserve())
        paid = ended[0]
        assert refused(ended) == ([NoCreditAvailable] if paid else [])
        tally, ledger = desk.stores.ledgers.tally_and_head(desk.company_id)
        assert (tally.debt, ledger.voided, ledger.reserved_now) == (1 - paid, paid, 2 - paid)
        met.add(paid)
    assert met == {0, 1}


def test_two_told_that_a_credit_came_free_pay_once(table: Table) -> None:
    for seed in range(ORDERS):
        desk = owing(table, 2)
        ended = race(desk, table, seed, lambda d: d.settle(), lambda d: d.settle())
        assert sorted(ended) == [0, 1]
        assert (head(desk).voided, head(desk).available) == (1, 1)
