from collections.abc import Sequence
from dataclasses import dataclass

from shared.contracts.events import Event
from shared.domain.credit import Lot
from shared.domain.entry import Entry
from shared.domain.errors import AlreadyPosted, Conflict
from shared.domain.ids import CompanyId
from shared.domain.ledger import Head, Posting
from shared.domain.milestone import Tally
from shared.table.ledgers import OF_TOTALS
from tests.support.fakes.memory import Memory


@dataclass
class FakeLedgers:
    """Ledgers and Statements."""

    memory: Memory

    def head(self, company_id: CompanyId) -> Head:
        return self.memory.heads.get(company_id, Head(company_id))

    def tally_and_head(self, company_id: CompanyId) -> tuple[Tally, Head]:
        unknown = Tally(company_id, active=False)
        return self.memory.tallies.get(company_id, unknown), self.head(company_id)

    def milestone_and_head(self, company_id: CompanyId, number: int) -> tuple[bool, Head]:
        waits = self.memory.milestones.get((company_id, number)) == "reached"
        return waits, self.head(company_id)

    def post(self, posting: Posting, *events: Event) -> None:
        self.memory.begin()
        self.check(posting)
        self.append(posting)
        for event in events:
            self.memory.say(event)

    def check(self, posting: Posting) -> None:
        """Raises AlreadyPosted, Conflict."""
        company_id = posting.before.company_id
        entries = self.memory.entries.get(company_id, [])
        known = {entry.entry_id for entry in entries}
        for entry in posting.entries:
            if entry.entry_id in known:
                raise Conflict if entry.kind in OF_TOTALS else AlreadyPosted
            if entry.seq <= len(entries):
                raise Conflict
        if company_id not in self.memory.heads or self.head(company_id) != posting.before:
            raise Conflict

    def append(self, posting: Posting) -> None:
        company_id = posting.before.company_id
        self.memory.heads[company_id] = posting.after
        self.memory.entries.setdefault(company_id, []).extend(posting.entries)

    def grant(self, posting: Posting, lot: Lot, *events: Event) -> None:
        if self.memory.milestones.get((lot.company_id, lot.number)) != "reached":
            raise AlreadyPosted
        self.post(posting)
        self.memory.milestones[lot.company_id, lot.number] = "granted"
        times = lot.granted_at, lot.expires_at
        self.memory.grants[lot.company_id, lot.number] = lot.credit_id, *times
        self.memory.lots.setdefault(lot.company_id, []).append(lot)
        for event in events:
            self.memory.say(event)

    def entries(
        self, company_id: CompanyId, *, limit: int, after: str | None
    ) -> tuple[Sequence[Entry], str | None]:
        found = [e for e in self.memory.entries.get(company_id, []) if e.seq > int(after or 0)]
        return found[:limit], str(found[limit - 1].seq) if found[limit:] else None

    def lots(
        self, company_id: CompanyId, *, limit: int, after: str | None
    ) -> tuple[Sequence[Lot], str | None]:
        kept = sorted(self.memory.lots.get(company_id, []), key=lambda lot: lot.number)
        found = [lot for lot in kept if after is None or lot.number > int(after)]
        return found[:limit], str(found[limit - 1].number) if found[limit:] else None
