"""Figures, made anew from what happened."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce
from typing import Final

from shared.domain import ledger
from shared.domain.adjustment import Adjustment
from shared.domain.books import Figures, Grounds, Place, Reached
from shared.domain.credit import Lot, LotState
from shared.domain.entry import Entry, Kind
from shared.domain.ids import CompanyId
from shared.domain.ledger import Head
from shared.domain.milestone import Tally
from shared.domain.rules import THRESHOLD

LEAVES: Final[dict[Kind, LotState]] = {
    "reserve": LotState.RESERVED,
    "release": LotState.AVAILABLE,
    "consume": LotState.CONSUMED,
    "expire": LotState.EXPIRED,
    "void": LotState.VOIDED,
    "restore": LotState.AVAILABLE,
    "adjust": LotState.VOIDED,
}
"""The state an entry leaves its credit in. An adjustment either takes it, or lets it begin."""


def rebuilt(grounds: Grounds) -> Figures:
    opened = Head(grounds.company_id, sealed_on=grounds.opened_on)
    lots = _lots(grounds)
    return Figures(
        tally=_tally(grounds),
        head=reduce(ledger.follow, grounds.entries, opened),
        lots=lots,
        posted={entry.entry_id: entry.seq for entry in grounds.entries},
        available=placed(lots),
    )


def placed(lots: Iterable[Lot]) -> dict[Place, Lot]:
    """The credits that stand behind the head, and where."""
    return {(x.expires_at, x.number): x for x in lots if x.state is LotState.AVAILABLE}


def _tally(grounds: Grounds) -> Tally:
    """From the law: r - debt = n - 10 * (g - w), and one of the two is zero."""
    n, g = len(grounds.counted), len(grounds.milestones)
    w = sum(m.state == "withdrawn" for m in grounds.milestones)
    w += sum(entry.kind == "void" for entry in grounds.entries)
    over = n - THRESHOLD * (g - w)
    return Tally(grounds.company_id, grounds.active, n, max(over, 0), g, w, max(-over, 0))


def _lots(grounds: Grounds) -> tuple[Lot, ...]:
    lots = {lot.number: lot for lot in _begun(grounds)}
    for entry in grounds.entries:
        if entry.kind in LEAVES and not gives(entry) and number_of(entry) in lots:
            number = number_of(entry)
            lots[number] = _after(lots[number], entry, grounds)
    return tuple(lot for _, lot in sorted(lots.items()))


def _begun(grounds: Grounds) -> Iterator[Lot]:
    """Each credit as it came to be."""
    for milestone in grounds.milestones:
        yield from _granted(grounds.company_id, milestone)
    for adjustment in grounds.adjustments:
        yield from _given(adjustment)


def _granted(company_id: CompanyId, of: Reached) -> Iterator[Lot]:
    """A milestone keeps the name and the times of the credit it was granted."""
    if of.credit_id and of.granted_at and of.expires_at:
        available = LotState.AVAILABLE
        yield Lot(of.credit_id, company_id, of.number, available, of.granted_at, of.expires_at)


def _given(by: Adjustment) -> Iterator[Lot]:
    if by.amount > 0 and by.credit_id and by.number and by.approved_at and by.expires_at:
        available = LotState.AVAILABLE
        of = by.company_id
        yield Lot(by.credit_id, of, by.number, available, by.approved_at, by.expires_at)


def _after(lot: Lot, entry: Entry, grounds: Grounds) -> Lot:
    """A credit keeps its job order while it is reserved, and where it was consumed."""
    lot = replace(lot, state=LEAVES[entry.kind])
    match entry.kind:
        case "reserve":
            turn, job_order_id = entry.entry_id.split(":", 3)[2:]
            return replace(lot, turn=int(turn), job_order_id=job_order_id)
        case "release":
            return replace(lot, job_order_id=None)
        case "restore":
            until = grounds.restored.get(lot.number, lot.expires_at)
            return replace(lot, job_order_id=None, expires_at=until)
    return lot


def gives(entry: Entry) -> bool:
    """An adjustment that gives a credit: what comes to be with it is not changed by it."""
    return entry.kind == "adjust" and entry.amount > 0


def number_of(entry: Entry) -> int:
    """The number of the milestone or credit an entry is about: 3 of `void:3` and `adjust:1:3`."""
    return int(entry.entry_id.split(":")[2 if entry.kind == "adjust" else 1])
