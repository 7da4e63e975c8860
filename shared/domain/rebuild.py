"""Figures, made anew from what happened."""

from functools import reduce
from typing import Final

from shared.domain import ledger
from shared.domain.books import Figures, Grounds, Reached
from shared.domain.credit import Lot, LotState, expiry
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
}
"""The state an entry leaves its credit in."""


def rebuilt(grounds: Grounds) -> Figures:
    opened = Head(grounds.company_id, sealed_on=grounds.opened_on)
    return Figures(
        tally=_tally(grounds),
        head=reduce(ledger.follow, grounds.entries, opened),
        lots=_lots(grounds),
        posted={entry.entry_id: entry.seq for entry in grounds.entries},
    )


def _tally(grounds: Grounds) -> Tally:
    """From the law: r - debt = n - 10 * (g - w), and one of the two is zero."""
    n, g = len(grounds.counted), len(grounds.milestones)
    w = sum(m.state == "withdrawn" for m in grounds.milestones)
    w += sum(entry.kind == "void" for entry in grounds.entries)
    over = n - THRESHOLD * (g - w)
    return Tally(grounds.company_id, grounds.active, n, max(over, 0), g, w, max(-over, 0))


def _lots(grounds: Grounds) -> tuple[Lot, ...]:
    states = {number_of(e): LEAVES[e.kind] for e in grounds.entries if e.kind in LEAVES}
    lots = (_lot(grounds.company_id, milestone, states) for milestone in grounds.milestones)
    return tuple(lot for lot in lots if lot)


def _lot(company_id: CompanyId, of: Reached, states: dict[int, LotState]) -> Lot | None:
    """A milestone keeps the name and the time of the credit it was granted."""
    if of.credit_id is None or of.granted_at is None:
        return None
    state, until = states.get(of.number, LotState.AVAILABLE), expiry(of.granted_at)
    return Lot(of.credit_id, company_id, of.number, state, of.granted_at, until)


def number_of(entry: Entry) -> int:
    """The number of the milestone or credit an entry is about: 3 of `void:3`."""
    return int(entry.entry_id.split(":")[1])
