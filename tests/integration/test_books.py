"""A company's books: the fake and the table show the same, and both add up."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from unittest import mock

import pytest

from shared.domain.difference import differences
from shared.domain.ids import CompanyId
from shared.domain.rebuild import rebuilt
from shared.domain.registration import UNVERIFIED_KEPT
from shared.table import keys
from shared.table.books import Books
from shared.table.commit import Table
from tests.support.acts import SAID, count, count_many, let_in, seal_all, take_in
from tests.support.builders import ACME, BOLT, NOON, a_company
from tests.support.fakes.memory import Memory
from tests.support.history import live_through, redeem
from tests.support.stores import Stores, in_memory, on_table

NIGHT = datetime(2026, 3, 31, 23, 59, 59, tzinfo=UTC)


type Life = Callable[[Stores], None]


@pytest.mark.parametrize("live", [live_through, redeem])
def test_figures_follow_from_what_happened(stores: Stores, live: Life) -> None:
    live(stores)
    read = stores.books.read(ACME, NOON)
    assert read is not None
    grounds, stored = read
    assert rebuilt(grounds) == stored
    assert differences(grounds, stored) == []


@pytest.mark.parametrize("live", [live_through, redeem])
def test_the_fake_and_the_table_keep_the_same_books(table: Table, live: Life) -> None:
    both = in_memory(Memory()), on_table(table)
    for stores in both:
        live(stores)
    fake, real = (stores.books.read(ACME, NOON) for stores in both)
    assert fake == real


def test_every_company_let_in_is_listed_and_no_other(stores: Stores) -> None:
    let_in(stores, BOLT)
    let_in(stores, ACME)
    stores.companies.ask(a_company(CompanyId("co_waits")), "visitor", None, SAID)
    assert sorted(stores.books.companies()) == [ACME, BOLT]


def test_a_registration_counts_for_its_own_company_alone(stores: Stores) -> None:
    for company_id in (ACME, BOLT):
        let_in(stores, company_id)
    count(stores, "ada", ACME)
    read = stores.books.read(BOLT, NOON)
    assert read is not None
    assert (read[0].counted, differences(*read)) == ((), [])


def test_books_nobody_opened_cannot_be_read(stores: Stores) -> None:
    with pytest.raises(ValueError, match="co_unknown"):
        stores.books.read(CompanyId("co_unknown"), NOON)


def test_who_registered_in_another_month_counts_too(table: Table) -> None:
    stores = on_table(table)
    let_in(stores)
    for n, at in enumerate((NIGHT, NIGHT + timedelta(seconds=2), NIGHT + timedelta(days=300))):
        count(stores, f"person{n}", at=at)
    read = stores.books.read(ACME, NIGHT + timedelta(days=300))
    assert read is not None and len(read[0].counted) == 3
    read = stores.books.read(ACME, NIGHT)
    assert read is not None and len(read[0].counted) == 2, "the month ended while it was read"


def test_a_registration_is_in_the_index_from_its_first_write_until_it_is_deleted(
    table: Table,
) -> None:
    stores = on_table(table)
    made = take_in(stores)
    [shown] = table.by_company(keys.company_month(ACME, NOON))
    assert shown.keys() == {"pk", "sk", "company_month", "company_at", "state", "link_id"}
    assert shown["pk"] == f"REG#{made.registration_id}"
    assert stores.registrations.find(made.registration_id) == made
    assert list(stores.registrations.overdue(NOON + UNVERIFIED_KEPT * 2))
    stores.registrations.forget(made.registration_id)
    assert list(table.by_company(keys.company_month(ACME, NOON))) == []


@pytest.mark.parametrize("of", ["count", "seal"])
def test_a_company_that_moves_while_it_is_read_shows_no_books(table: Table, of: str) -> None:
    stores = on_table(table)
    let_in(stores)
    count_many(stores, 4)
    partition, moves = Table.partition, iter([True])

    def moving(self: Table, name: str) -> object:
        if next(moves, False):
            count(stores, "meanwhile") if of == "count" else seal_all(stores)
        return partition(self, name)

    with mock.patch.object(Table, "partition", moving):
        assert Books(table).read(ACME, NOON) is None
        read = Books(table).read(ACME, NOON)
    assert read is not None and differences(*read) == []
