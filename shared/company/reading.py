from dataclasses import dataclass

from shared.domain.entry import Entry
from shared.domain.ids import CompanyId
from shared.domain.ledger import Head
from shared.ports.ledger import Statements


@dataclass(frozen=True, slots=True)
class Part:
    """Entries as of one head: what is posted while we read is for the next reader."""

    head: Head
    entries: list[Entry]
    following: str | None


def part(company_id: CompanyId, *, limit: int, after: str | None, statements: Statements) -> Part:
    head = statements.head(company_id)
    entries = list[Entry]()
    following: str | None = after
    while len(entries) < limit:
        asked = limit - len(entries)
        found, following = statements.entries(company_id, limit=asked, after=following)
        entries += [entry for entry in found if entry.seq <= head.seq]
        if following is None or found[-1].seq >= head.seq:
            return Part(head, entries, None)
    return Part(head, entries, following)
