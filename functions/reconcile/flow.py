"""every company's books -> what should they say? -> where they say something else."""

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from shared.contracts.events import ReconcileDifference
from shared.domain.difference import Difference, differences
from shared.domain.errors import AlreadyDone
from shared.domain.hire_difference import hire_differences
from shared.domain.ids import CompanyId
from shared.domain.late import UNSAID, late
from shared.ports.ledger import Books
from shared.ports.speaking import Outbox
from shared.retry import retry_on_conflict

PAUSES: Final = (0, 2, 10, 30)
"""Seconds before each look. A difference is one when every look finds one; an index needs less."""


@dataclass(frozen=True, slots=True)
class Account:
    """`restless` are companies that counted during every look: nothing is said about them."""

    companies: int
    differences: tuple[Difference, ...]
    restless: tuple[CompanyId, ...]


def reconcile(
    *,
    books: Books,
    outbox: Outbox,
    now: datetime,
    pause: Callable[[float], None],
    looks: int = len(PAUSES),
) -> Account:
    companies = list(books.companies())
    seen: dict[CompanyId, list[Difference] | None] = dict.fromkeys(companies)
    for seconds in PAUSES[:looks]:
        if again := [company_id for company_id in seen if seen[company_id] != []]:
            pause(seconds)
            seen |= {c: lasting(seen[c], look(c, books, now)) for c in again}
    found = [difference for said in seen.values() for difference in said or []]
    restless = [company_id for company_id, said in seen.items() if said is None]
    return Account(len(companies), (*found, *unsaid(outbox, now)), tuple(restless))


def lasting(
    before: list[Difference] | None, found: list[Difference] | None
) -> list[Difference] | None:
    """What every look found that could judge; None while none could."""
    if before is None or found is None:
        return before if found is None else found
    return [difference for difference in before if difference in found]


def look(company_id: CompanyId, books: Books, now: datetime) -> list[Difference] | None:
    """None where the company moved while it was read. One that cannot be read stops no other."""
    try:
        read = books.read(company_id, now)
        if read is None:
            return None
        return [*differences(*read), *late(*read, now), *hire_differences(*read, now)]
    except (KeyError, ValueError):
        return [Difference(company_id, "books", "unreadable", "readable")]


def unsaid(outbox: Outbox, now: datetime) -> Iterable[Difference]:
    """Facts the sweeper should have said long ago."""
    for said in outbox.older_than(now - UNSAID):
        company_id = CompanyId(said.company_id or "")
        yield Difference(company_id, f"outbox {said.event_id}", "waiting", "said")


def say(account: Account, *, outbox: Outbox, now: datetime) -> None:
    """Whoever listens hears of each company once a day. Raises Conflict."""
    found = Counter(d.company_id for d in account.differences if d.company_id)
    for company_id, times in found.items():
        _say(company_id, times, outbox, now)


@retry_on_conflict
def _say(company_id: CompanyId, times: int, outbox: Outbox, now: datetime) -> None:
    event = ReconcileDifference(
        event_id=f"difference:{company_id}:{now:%Y-%m-%d}",
        occurred_at=now,
        company_id=company_id,
        differences=times,
    )
    with suppress(AlreadyDone):  # said today, and still on its way
        outbox.say(event)
