"""What becomes of a credit: reserved, and then consumed or released; expired, restored, adjusted.

Each is one lot's change with the entry that says so. The lot's turn names the entry, so a turn
cannot begin or end twice.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from shared.domain import ledger
from shared.domain.credit import Lot, LotState, at_least_until, expiry, restored_until
from shared.domain.errors import NoCreditAvailable, StateForbids
from shared.domain.ids import JobOrderId
from shared.domain.ledger import Head, Line, Posting
from shared.domain.rules import Rules


@dataclass(frozen=True, slots=True)
class Standing:
    """A ledger's head, and credits available, those that expire soonest first."""

    head: Head
    available: tuple[Lot, ...]

    def soonest(self, now: datetime) -> Lot:
        """The credit to spend. Raises NoCreditAvailable."""
        for lot in self.available:
            if lot.expires_at > now:
                return lot
        raise NoCreditAvailable("no credit is available")


@dataclass(frozen=True, slots=True)
class Move:
    """One transaction's worth.

    Args:
        before: None where the credit comes to be.
        usable_for: until when at least its company must be able to spend it, even one that left.
    """

    before: Lot | None
    after: Lot
    posting: Posting
    usable_for: datetime | None = None

    @property
    def restores(self) -> bool:
        """A credit that was spent comes back."""
        return self.before is not None and self.before.state is LotState.CONSUMED


def _move(head: Head, before: Lot, after: Lot, line: Line, on: date, rules: Rules) -> Move:
    return Move(before, after, ledger.post(head, [line], on=on, rules=rules))


def _check(lot: Lot, state: LotState) -> None:
    if lot.state is not state:
        raise StateForbids(f"this credit is {lot.state}", lot.state)


def reserve(head: Head, lot: Lot, job_order_id: JobOrderId, *, on: date, rules: Rules) -> Move:
    """The entry names the job order. Raises StateForbids."""
    _check(lot, LotState.AVAILABLE)
    turn = lot.turn + 1
    after = replace(lot, state=LotState.RESERVED, turn=turn, job_order_id=job_order_id)
    line: Line = (f"reserve:{lot.number}:{turn}:{job_order_id}", "reserve", 1)
    return _move(head, lot, after, line, on, rules)


def release(head: Head, lot: Lot, *, on: date, rules: Rules) -> Move:
    """Raises StateForbids."""
    _check(lot, LotState.RESERVED)
    after = replace(lot, state=LotState.AVAILABLE, job_order_id=None)
    line: Line = (f"release:{lot.number}:{lot.turn}", "release", 1)
    return _move(head, lot, after, line, on, rules)


def consume(head: Head, lot: Lot, *, on: date, rules: Rules) -> Move:
    """Raises StateForbids."""
    _check(lot, LotState.RESERVED)
    after = replace(lot, state=LotState.CONSUMED)
    line: Line = (f"consume:{lot.number}:{lot.turn}", "consume", 1)
    return _move(head, lot, after, line, on, rules)


def expire(head: Head, lot: Lot, *, on: date, rules: Rules) -> Move:
    """Raises StateForbids."""
    _check(lot, LotState.AVAILABLE)
    after = replace(lot, state=LotState.EXPIRED)
    return _move(head, lot, after, (f"expire:{lot.number}", "expire", 1), on, rules)


def restore(head: Head, lot: Lot, *, on: date, rules: Rules) -> Move:
    """A consumed credit comes back; its entry's name lets it once. Raises StateForbids."""
    _check(lot, LotState.CONSUMED)
    until = restored_until(lot.expires_at, on, rules)
    after = replace(lot, state=LotState.AVAILABLE, job_order_id=None, expires_at=until)
    move = _move(head, lot, after, (f"restore:{lot.number}", "restore", 1), on, rules)
    return replace(move, usable_for=at_least_until(on, rules))


def give(head: Head, credit_id: str, *, now: datetime, rules: Rules) -> Move:
    """An adjustment's credit, numbered below 0."""
    nth = head.added + head.taken + 1
    until = expiry(now, rules)
    lot = Lot(credit_id, head.company_id, -nth, LotState.AVAILABLE, now, until)
    line: Line = (f"adjust:{nth}:{lot.number}", "adjust", 1)
    posting, on = ledger.post(head, [line], on=now.date(), rules=rules), now.date()
    return Move(None, lot, posting, usable_for=at_least_until(on, rules))


def take(head: Head, lot: Lot, *, on: date, rules: Rules) -> Move:
    """An adjustment takes a credit away. Raises StateForbids."""
    _check(lot, LotState.AVAILABLE)
    after = replace(lot, state=LotState.VOIDED)
    line: Line = (f"adjust:{head.added + head.taken + 1}:{lot.number}", "adjust", -1)
    return _move(head, lot, after, line, on, rules)
