"""All the stores of one relay: over a table, or over the memory the unit tests trust."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from shared.domain.outbox import Said
from shared.table.api_keys import ApiKeys
from shared.table.arrivals import Arrivals
from shared.table.books import Books
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.credits import Credits
from shared.table.job_orders import JobOrders
from shared.table.ledgers import Ledgers
from shared.table.links import Links
from shared.table.mails import Mails
from shared.table.outboxes import Outboxes
from shared.table.referrals import Referrals
from shared.table.registrations import Registrations
from shared.table.reservations import Reservations
from shared.table.reversals import Reversals
from shared.table.rulebook import Rulebook
from shared.table.settlements import Settlements
from shared.table.voids import Voids
from tests.support.fakes.arrivals import FakeArrivals
from tests.support.fakes.books import FakeBooks
from tests.support.fakes.companies import FakeApiKeys, FakeCompanies
from tests.support.fakes.credits import FakeCredits
from tests.support.fakes.job_orders import FakeJobOrders
from tests.support.fakes.ledgers import FakeLedgers
from tests.support.fakes.links import FakeLinks
from tests.support.fakes.mails import FakeMails
from tests.support.fakes.memory import Memory
from tests.support.fakes.outbox import FakeOutbox
from tests.support.fakes.referrals import FakeReferrals
from tests.support.fakes.registrations import FakeRegistrations
from tests.support.fakes.reversals import FakeReversals
from tests.support.fakes.rulebook import FakeRulebook
from tests.support.fakes.settlements import FakeSettlements
from tests.support.fakes.voids import FakeVoids


@dataclass(frozen=True)
class Stores:
    links: Links | FakeLinks
    registrations: Registrations | FakeRegistrations
    referrals: Referrals | FakeReferrals
    ledgers: Ledgers | FakeLedgers
    companies: Companies | FakeCompanies
    mails: Mails | FakeMails
    outbox: Outboxes | FakeOutbox
    api_keys: ApiKeys | FakeApiKeys
    reversals: Reversals | FakeReversals
    books: Books | FakeBooks
    credits: Credits | FakeCredits
    job_orders: JobOrders | FakeJobOrders
    reservations: Reservations | FakeJobOrders
    arrivals: Arrivals | FakeArrivals
    rulebook: Rulebook | FakeRulebook
    voids: Voids | FakeVoids
    settlements: Settlements | FakeSettlements

    def waiting(self) -> Iterator[Said]:
        """Everything committed to the outbox and not forgotten."""
        return self.outbox.older_than(datetime.fromisoformat("9999-01-01T00:00:00Z"))

    def said(self) -> list[str]:
        """Ids of the events committed so far, in order of their names."""
        return sorted(said.event_id for said in self.waiting())


def in_memory(memory: Memory) -> Stores:
    return Stores(
        FakeLinks(memory),
        FakeRegistrations(memory),
        FakeReferrals(memory),
        FakeLedgers(memory),
        FakeCompanies(memory),
        FakeMails(memory),
        FakeOutbox(memory),
        FakeApiKeys(memory),
        FakeReversals(memory),
        FakeBooks(memory),
        FakeCredits(memory),
        FakeJobOrders(memory),
        FakeJobOrders(memory),
        FakeArrivals(memory),
        FakeRulebook(memory),
        FakeVoids(memory),
        FakeSettlements(memory),
    )


def on_table(table: Table) -> Stores:
    return Stores(
        Links(table),
        Registrations(table),
        Referrals(table),
        Ledgers(table),
        Companies(table),
        Mails(table),
        Outboxes(table),
        ApiKeys(table),
        Reversals(table),
        Books(table),
        Credits(table),
        JobOrders(table),
        Reservations(table),
        Arrivals(table),
        Rulebook(table),
        Voids(table),
        Settlements(table),
    )
