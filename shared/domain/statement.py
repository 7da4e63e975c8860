"""A company's ledger as one file. All of it follows from its entries."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Final

from shared.domain.entry import Entry
from shared.domain.ids import CompanyId
from shared.domain.ledger import Head

FORMAT: Final = "career-relay-statement"
VERSION: Final = 1
"""Another total is another version: a command of before then says so, and checks nothing."""
DERIVED: Final = ("net", "milestones", "toward_next", "available", "reserved_now")


@dataclass(frozen=True, slots=True)
class Statement:
    """`seq` and `hash`: where the ledger ended when the file was made."""

    company_id: CompanyId
    as_of: date | None
    threshold: int
    seq: int
    hash: str
    balances: dict[str, int]
    entries: tuple[Entry, ...]


def balances(head: Head) -> dict[str, int]:
    """Every total of the ledger, and the figures that follow from them."""
    kept = {f.name: getattr(head, f.name) for f in fields(head) if f.name != "seq"}
    totals = {name: total for name, total in kept.items() if isinstance(total, int)}
    return totals | {name: getattr(head, name) for name in DERIVED}
