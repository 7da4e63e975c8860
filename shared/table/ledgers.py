"""The chained ledger: every posting swaps the head, so two can never follow the same entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from shared.domain.credit import Lot
from shared.domain.entry import Entry
from shared.domain.errors import AlreadyPosted, Conflict
from shared.domain.ids import CompanyId
from shared.domain.ledger import Head, Posting
from shared.domain.milestone import Guard, Tally
from shared.table import entry_item, head_item, keys, lot_item, tally_item
from shared.table.codec import stamp
from shared.table.commit import Table
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import Event


@dataclass(frozen=True, slots=True)
class Ledgers:
    table: Table

    def head(self, company_id: CompanyId) -> Head:
        return head_item.from_item(company_id, self.table.get(keys.head(company_id)))

    def tally_and_head(self, company_id: CompanyId) -> tuple[Tally, Head]:
        tally, head = self.table.get_all(keys.tally(company_id), keys.head(company_id))
        return tally_item.from_item(company_id, tally), head_item.from_item(company_id, head)

    def milestone_and_head(self, company_id: CompanyId, number: int) -> tuple[bool, Head]:
        """Whether the milestone waits for its credit, and the head to post it behind."""
        milestone, head = self.table.get_all(
            keys.milestone(company_id, number), keys.head(company_id)
        )
        waits = milestone is not None and milestone["state"] == "reached"
        return waits, head_item.from_item(company_id, head)

    def post(self, posting: Posting, *events: Event) -> None:
        """Raises AlreadyPosted, Conflict."""
        said = (self.table.outbox(event) for event in events)
        self.table.commit(*self.posted(posting), *said)

    def grant(self, posting: Posting, lot: Lot, *events: Event) -> None:
        """Raises AlreadyPosted: granted before, or the milestone was withdrawn; Conflict."""
        self.table.commit(
            self.table.change(
                keys.milestone(lot.company_id, lot.number),
                state_in=["reached"],
                put={
                    "state": "granted",
                    "credit_id": lot.credit_id,
                    "granted_at": stamp(lot.granted_at),
                    "expires_at": stamp(lot.expires_at),
                },
                refusal=lambda _: AlreadyPosted("this milestone waits for no credit"),
            ),
            *self.posted(posting),
            self.table.new(keys.lot(lot.company_id, lot.number), lot_item.to_item(lot)),
            self.table.new(*lot_item.available(lot)),
            *(self.table.outbox(event) for event in events),
        )

    def posted(self, posting: Posting) -> Iterator[Write]:
        """The writes of a posting, for acts that post it with their own."""
        before, after = posting.before, posting.after
        for entry in posting.entries:
            yield self.table.new(
                keys.posted(entry.company_id, entry.entry_id),
                {"seq": entry.seq},
                _moved if entry.kind in OF_TOTALS else _posted,
            )
            yield self.table.new(
                keys.entry(entry.company_id, entry.seq), entry_item.to_item(entry), _moved
            )
        yield self.table.change(
            keys.head(before.company_id),
            guards=_as_read(before),
            put=head_item.to_item(after),
            refusal=_moved,
        )

    def still(self, head: Head) -> Write:
        """For acts that rest on what was read behind it. Raises, once committed: Conflict."""
        key = keys.head(head.company_id)
        return self.table.check(key, guards=_as_read(head), refusal=_moved)

    def entries(
        self, company_id: CompanyId, *, limit: int, after: str | None
    ) -> tuple[Sequence[Entry], str | None]:
        items, next_key = self.table.page(
            keys.of_company(company_id), keys.ENTRY_PREFIX, limit=limit, after=after
        )
        return [entry_item.from_item(item) for item in items], next_key

    def newest(
        self, company_id: CompanyId, *, limit: int, after: str | None
    ) -> tuple[Sequence[Entry], str | None]:
        """The last entry first."""
        items, next_key = self.table.page(
            keys.of_company(company_id), keys.ENTRY_PREFIX, limit=limit, after=after, newest=True
        )
        return [entry_item.from_item(item) for item in items], next_key

    def lots(
        self, company_id: CompanyId, *, limit: int, after: str | None
    ) -> tuple[Sequence[Lot], str | None]:
        items, next_key = self.table.page(
            keys.of_company(company_id), keys.LOT_PREFIX, limit=limit, after=after
        )
        return [lot_item.from_item(item) for item in items], next_key

    def all_lots(self, company_id: CompanyId) -> Iterator[Lot]:
        items = self.table.all_of(keys.of_company(company_id), keys.LOT_PREFIX)
        return map(lot_item.from_item, items)


OF_TOTALS: Final = {"count", "uncount", "carry_deficit", "adjust"}
"""Entries numbered by a total: somebody else's is another fact, so read again."""


def _as_read(head: Head) -> list[Guard]:
    return [("seq", "=", head.seq), ("hash", "=", head.hash)]


def _posted(_: object) -> AlreadyPosted:
    return AlreadyPosted("this is in the ledger")


def _moved(_: object) -> Conflict:
    return Conflict("the ledger moved on while we were deciding")
