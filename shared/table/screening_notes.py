"""What the agency noted of a company, in order. Only ever appended to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from shared.domain.admission import NoteKind, ScreeningNote
from shared.domain.ids import CompanyId
from shared.table import keys
from shared.table.codec import moment, stamp
from shared.table.commit import Table
from shared.table.writes import Write

NEWEST: Final = 100


@dataclass(frozen=True, slots=True)
class ScreeningNotes:
    table: Table

    def note(self, company_id: CompanyId, note: ScreeningNote) -> Write:
        """For the transaction that decides what is noted."""
        at = stamp(note.at)
        return self.table.new(
            keys.screening_note(company_id, at, note.note_id), {**asdict(note), "at": at}
        )

    def add(self, company_id: CompanyId, note: ScreeningNote) -> None:
        self.table.commit(self.note(company_id, note))

    def newest(self, company_id: CompanyId) -> Sequence[ScreeningNote]:
        """The last hundred, newest first."""
        found, _ = self.page(company_id, limit=NEWEST, after=None)
        return found

    def page(
        self, company_id: CompanyId, *, limit: int, after: str | None
    ) -> tuple[Sequence[ScreeningNote], str | None]:
        """Newest first."""
        partition = keys.of_company(company_id)
        items, following = self.table.page(
            partition, keys.NOTE_PREFIX, limit=limit, after=after, newest=True
        )
        return [_to_note(item) for item in items], following


def _to_note(item: dict[str, Any]) -> ScreeningNote:
    kept = {k: v for k, v in item.items() if k in ScreeningNote.__dataclass_fields__}
    return ScreeningNote(**{**kept, "at": moment(item["at"]), "kind": NoteKind(item["kind"])})
