"""Where credits, job orders, hires, the fee register and the relay do not say the same."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Final

from shared.domain.books import Figures, Grounds
from shared.domain.credit import Lot, LotState
from shared.domain.difference import NOTHING, Difference
from shared.domain.entry_laws import Unlike, unlike
from shared.domain.hires import Hire, Hires
from shared.domain.registers import kept_until
from shared.domain.relay import Direction, Edge
from shared.domain.tokyo import day

RELAYED_BY: Final = timedelta(days=2)
"""A relay takes seconds; only the day somebody joined is known here."""

type Turn = tuple[int, int]
"""(number, turn): what a credit was reserved as. It names the spending of it for good."""


def hire_differences(grounds: Grounds, stored: Figures, now: datetime) -> list[Difference]:
    hires = grounds.hires
    found = (
        *_reserved(hires, stored.lots),
        *_spent(hires, grounds),
        *_fees(hires, now),
        *_relayed(hires, day(now)),
        *(one for ends in hires.edges for one in _both_ends(*ends)),
    )
    return [Difference(grounds.company_id, w, str(kept), str(made)) for w, kept, made in found]


def _reserved(hires: Hires, lots: Iterable[Lot]) -> Iterator[Unlike]:
    """A job order has the credit that is reserved for it, and of that turn."""
    reserved = {str(lot.job_order_id): _turn(lot) for lot in lots if lot.state is LotState.RESERVED}
    attached = {str(job_order_id): _turn(lot) for job_order_id, lot in hires.attached.items()}
    for job_order_id in sorted({*reserved, *attached}):
        kept, made = (of.get(job_order_id, NOTHING) for of in (attached, reserved))
        yield from unlike(f"job order {job_order_id} credit", kept, made)


def _spent(hires: Hires, grounds: Grounds) -> Iterator[Unlike]:
    """Each spending of a credit the ledger tells is one hire's, though it came back since."""
    told = Counter(_named(e.entry_id) for e in grounds.entries if e.kind == "consume")
    paid = Counter(_turn(hire.credit) for hire in hires.hires if hire.credit)
    for number, turn in sorted(told.keys() | paid.keys()):
        kept, made = (of[number, turn] for of in (paid, told))
        yield from unlike(f"hires by credit {number} turn {turn}", kept, made)


def _fees(hires: Hires, now: datetime) -> Iterator[Unlike]:
    """Until it may be deleted, a hire's row of the fee register names what paid."""
    for hire in hires.hires:
        name, made = hire.recommendation_id, hire.credit.credit_id if hire.credit else None
        gone = name not in hires.fees
        if gone and kept_until(hire.joined_on) <= now:
            continue
        yield from unlike(f"fee {name} credit_id", NOTHING if gone else hires.fees[name], made)


def _relayed(hires: Hires, today: date) -> Iterator[Unlike]:
    """An edge's people are those who joined by it."""
    by_edge, of_them = Counter[str](), Counter[str]()
    for hire in hires.hires:
        if hire.relayed:
            by_edge[str(hire.referred_by)] += 1
            of_them[str(hire.referred_by)] += hire.statistics
        elif _is_late(hire, today):
            yield f"relay {hire.recommendation_id} late", NOTHING, hire.referred_by
    edges = [mine for mine, _ in hires.edges if mine.direction is Direction.FROM]
    kept = {str(edge.partner_id): (edge.people, edge.open_people) for edge in edges}
    for partner in sorted(kept.keys() | by_edge.keys()):
        made, is_kept = (by_edge[partner], of_them[partner]), kept.get(partner, (0, 0))
        yield from unlike(f"relay from {partner}", is_kept, made)


def _both_ends(mine: Edge, theirs: Edge | None) -> Iterator[Unlike]:
    here = mine.people, mine.open_people
    there = (theirs.people, theirs.open_people) if theirs else NOTHING
    yield from unlike(f"relay {mine.direction} {mine.partner_id}", here, there)


def _is_late(hire: Hire, today: date) -> bool:
    return hire.referred_by is not None and hire.joined_on + RELAYED_BY < today


def _turn(lot: Lot) -> Turn:
    return lot.number, lot.turn


def _named(entry_id: str) -> Turn:
    """(3, 1) of `consume:3:1`."""
    number, turn = entry_id.split(":")[1:3]
    return int(number), int(turn)
