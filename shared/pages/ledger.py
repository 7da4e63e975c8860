"""The ledger as people read it, in the company's language: a sentence each, and a spreadsheet."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from shared.domain.entry import Entry
from shared.domain.locale import Locale
from shared.pages.catalogue import words
from shared.pages.sheet import Cell, sheet
from shared.pages.when import month


class Told(NamedTuple):
    """An entry in words: what it is, and why it is there."""

    kind: str
    text: str


def by_month(entries: Iterable[Entry], locale: Locale) -> Iterator[tuple[str, Iterator[Entry]]]:
    """In the order they come, each month under its name."""
    for (year, nth), group in groupby(
        entries, key=lambda e: (e.recorded_on.year, e.recorded_on.month)
    ):
        yield month(year, nth, locale), group


def job_of(entry: Entry) -> str | None:
    """The job order it was reserved for."""
    return next((one for one in entry.entry_id.split(":") if one.startswith("job_")), None)


def ledger_sheet(entries: Iterable[Entry], as_of: date | None, locale: Locale) -> str:
    columns: Mapping[str, str] = words(locale, "ledger")["columns"]
    rows = (_row(entry, told(entry, locale), str(as_of or "")) for entry in entries)
    return sheet(list(columns.values()), rows)


def told(entry: Entry, locale: Locale) -> Told:
    said: Mapping[str, Any] = words(locale, "ledger")
    source, number, *_ = [*entry.entry_id.split(":"), ""]
    first, _, last = number.partition("-")
    span = first if last in ("", first) else said["span"].format(first=first, last=last)
    says: Mapping[str, str] = said["says"]
    text = says.get(f"{source}-taken") if entry.amount < 0 else None
    text = text or says.get(source) or says[entry.kind]
    return Told(said["kinds"][entry.kind], text.format(n=abs(entry.amount), number=span))


def _row(entry: Entry, said: Told, as_of: str) -> tuple[Cell, ...]:
    return (
        entry.seq,
        str(entry.recorded_on),
        str(entry.occurred_on),
        said.kind,
        entry.amount,
        entry.entry_id,
        entry.rule_version,
        entry.prev_hash,
        entry.hash,
        as_of,
        said.text,
    )
