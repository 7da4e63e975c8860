"""The ledger as an accountant reads it, in the company's language."""

from collections.abc import Iterable
from datetime import date

from shared.domain.entry import Entry
from shared.domain.locale import Locale
from shared.pages.catalogue import words
from shared.pages.sheet import Cell, sheet


def ledger_sheet(entries: Iterable[Entry], as_of: date | None, locale: Locale) -> str:
    said = words(locale, "ledger")
    kinds: dict[str, str] = said["kinds"]
    rows = (_row(entry, kinds[entry.kind], str(as_of or "")) for entry in entries)
    return sheet(list(said["columns"].values()), rows)


def _row(entry: Entry, kind: str, as_of: str) -> tuple[Cell, ...]:
    return (
        entry.seq,
        str(entry.recorded_on),
        str(entry.occurred_on),
        kind,
        entry.amount,
        entry.entry_id,
        entry.rule_version,
        entry.prev_hash,
        entry.hash,
        as_of,
    )
