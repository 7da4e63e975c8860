"""Killed between any two requests, an act happened whole or not at all; told again, it happened."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import count as numbered
from typing import Any

import pytest

from functions.grant.flow import grant
from shared.domain.credit import expiry
from shared.domain.difference import differences
from shared.domain.errors import AlreadyDone, NoCreditAvailable
from shared.domain.ids import CompanyId
from shared.domain.rules import FIRST
from shared.table.commit import Table
from tests.support.acts import count, grant_all, let_in, seal_all
from tests.support.builders import NOON, PROGRAMME
from tests.support.dying import Killed, dying
from tests.support.facts import milestone
from tests.support.redeeming import Desk
from tests.support.reversing import take_back
from tests.support.stores import on_table

COMPANIES = numbered()
LATE = expiry(NOON, FIRST)

type Act = Callable[[Desk], Any]


def a_desk(table: Table) -> Desk:
    """Eleven counted; credit 1 is reserved, 2 was given by adjustment; nothing is sealed."""
    stores, company_id = on_table(table), CompanyId(f"co_{next(COMPANIES)}")
    let_in(stores, company_id)
    for n in range(10):
        count(stores, f"{company_id}-{n}", company_id)
    grant_all(stores, 1, company_id=company_id)
    desk = Desk(stores, company_id)
    desk.reserve("job_0")
    return desk


def owes(desk: Desk) -> None:
    """Two, with a credit that came free since."""
    for n in (0, 1):
        take_back(desk.stores, desk.stores.registrations.find(named(desk, n)))
    desk.release(1)


def named(desk: Desk, n: int) -> Any:
    return f"reg_{desk.company_id}-{n}_{desk.company_id}"


def a_tenth_waits(desk: Desk) -> None:
    for n in range(10, 20):
        count(desk.stores, f"{desk.company_id}-{n}", desk.company_id)


def granted(desk: Desk) -> bool:
    ledgers, fact = desk.stores.ledgers, milestone(2, desk.company_id)
    return grant(fact, "crd_2", ledgers=ledgers, programme=PROGRAMME, now=NOON)


ACTS: dict[str, tuple[Act, Act]] = {
    "reserve": (lambda d: d.give(), lambda d: d.reserve("job_1")),
    "release": (lambda d: None, lambda d: d.release(1)),
    "consume": (lambda d: None, lambda d: d.consume(1)),
    "expire": (lambda d: d.release(1), lambda d: replace(d, now=LATE).expire(1)),
    "restore": (lambda d: d.consume(1), lambda d: d.restore(1)),
    "give": (lambda d: None, lambda d: d.give()),
    "take": (lambda d: d.release(1), lambda d: d.take(1)),
    "settle": (owes, lambda d: d.settle()),
    "grant": (a_tenth_waits, granted),
    "seal": (
        lambda d: [count(d.stores, f"{d.company_id}-s{n}", d.company_id) for n in range(4)],
        lambda d: seal_all(d.stores, d.company_id),
    ),
    "reverse": (
        lambda d: None,
        lambda d: take_back(d.stores, d.stores.registrations.find(named(d, 0))),
    ),
    "reverse and void": (
        lambda d: d.release(1),
        lambda d: take_back(d.stores, d.stores.registrations.find(named(d, 0))),
    ),
}


def books(desk: Desk) -> Any:
    read = desk.stores.books.read(desk.company_id, NOON)
    assert read is not None and differences(*read) == []
    return read[1]


def killed(desk: Desk, table: Table, act: Act, nth: int, *, done: bool) -> bool:
    try:
        act(replace(desk, stores=on_table(dying(table, nth, done=done))))
    except Killed:
        return True
    return False


@pytest.mark.parametrize(("prepare", "act"), ACTS.values(), ids=ACTS)
def test_killed_around_any_request_the_books_add_up_and_told_again_it_is_done(
    table: Table, prepare: Act, act: Act
) -> None:
    points, effects = 0, set[bool]()
    for nth in numbered(1):
        for done in (False, True):
            desk = a_desk(table)
            prepare(desk)
            before = books(desk)
            if not killed(desk, table, act, nth, done=done):
                assert points >= 4 and effects == {False, True}, "a read and a commit at least"
                return
            points += 1
            happened = books(desk) != before
            effects.add(happened)
            with suppress(AlreadyDone, NoCreditAvailable):
                act(desk)
            assert books(desk) != before
