"""The credit ledger of one company: totals that only grow, and the entries they are made of.

Law, after every posting: granted - voided - ceil(deficit / 10) = floor((counted - uncounted) / 10).
What a company is shown *is* this ledger: `seal` moves it in steps, so that no single person shows.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from shared.domain.entry import GENESIS, Entry, Kind
from shared.domain.ids import CompanyId
from shared.domain.milestone import LAST
from shared.domain.rules import PUBLISH_STEP, THRESHOLD, Rules


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain ends, and what it adds up to."""

    company_id: CompanyId
    seq: int = 0
    hash: str = GENESIS
    sealed_on: date | None = None
    counted: int = 0
    uncounted: int = 0
    granted: int = 0
    voided: int = 0
    reserved: int = 0
    released: int = 0
    consumed: int = 0
    expired: int = 0
    restored: int = 0
    added: int = 0
    taken: int = 0
    deficit: int = 0

    @property
    def net(self) -> int:
        return self.counted - self.uncounted

    @property
    def milestones(self) -> int:
        return self.granted - self.voided

    @property
    def toward_next(self) -> int:
        """0..9 since the last milestone; 0 while a deficit is carried."""
        return self.net - THRESHOLD * self.milestones + self.deficit

    @property
    def room(self) -> int:
        """How many more counts fit before the next milestone's own grant must be posted."""
        return self.deficit + LAST - self.toward_next

    @property
    def available(self) -> int:
        gained = self.granted + self.restored + self.released + self.added
        return gained - self.reserved - self.voided - self.expired - self.taken

    @property
    def reserved_now(self) -> int:
        return self.reserved - self.released - self.consumed

    @property
    def outstanding(self) -> int:
        """Credits that may still be spent, or given back."""
        return self.available + self.reserved_now

    @property
    def lawful(self) -> bool:
        earned = self.milestones - -(-self.deficit // THRESHOLD)
        in_step = 0 <= self.toward_next <= LAST and self.toward_next * self.deficit == 0
        return in_step and earned == self.net // THRESHOLD


@dataclass(frozen=True, slots=True)
class Posting:
    """A head swap: refused unless the chain still ends at `before`."""

    before: Head
    after: Head
    entries: tuple[Entry, ...]


type Line = tuple[str, Kind, int]
"""(entry id, kind, amount)."""

_TOTAL: Final[dict[Kind, str]] = {
    "count": "counted",
    "uncount": "uncounted",
    "grant": "granted",
    "void": "voided",
    "reserve": "reserved",
    "release": "released",
    "consume": "consumed",
    "expire": "expired",
    "restore": "restored",
    "carry_deficit": "deficit",
}


def post(before: Head, lines: list[Line], *, on: date, rules: Rules) -> Posting:
    """Chain `lines` behind `before`; nothing is written yet."""
    head, entries = before, list[Entry]()
    for entry_id, kind, amount in lines:
        entry = Entry(
            head.company_id,
            head.seq + 1,
            entry_id,
            kind,
            amount,
            recorded_on=on,
            occurred_on=on,
            rule_version=rules.version,
            prev_hash=head.hash,
        ).sealed()
        head = follow(head, entry)
        entries.append(entry)
    return Posting(before, head, tuple(entries))


def follow(head: Head, entry: Entry) -> Head:
    """The head once `entry` stands behind it."""
    field, amount = _total(entry.kind, entry.amount)
    total = {field: getattr(head, field) + amount}
    return replace(head, seq=entry.seq, hash=entry.hash, sealed_on=entry.recorded_on, **total)


def _total(kind: Kind, amount: int) -> tuple[str, int]:
    """An adjustment goes both ways, and each way's total only grows."""
    if kind == "adjust":
        return ("added", amount) if amount > 0 else ("taken", -amount)
    return _TOTAL[kind], amount


def _counts(head: Head, amount: int) -> list[Line]:
    """`amount` more counts, numbered; they fill a carried deficit first."""
    if amount == 0:
        return []
    span = f"{head.counted + 1}-{head.counted + amount}"
    filled = min(head.deficit, amount)
    lines: list[Line] = [(f"count:{span}", "count", amount)]
    return [*lines, (f"fill:{span}", "carry_deficit", -filled)] if filled else lines


def showable(head: Head, counted_now: int) -> int:
    """How many counts the company does not see yet and may: whole steps, up to (never over) the
    next milestone.
    """
    return _unseen(head, counted_now) // PUBLISH_STEP * PUBLISH_STEP


def _unseen(head: Head, counted_now: int) -> int:
    return min(counted_now - head.net, head.room)


def seal(head: Head, counted_now: int, *, on: date, rules: Rules) -> Posting | None:
    """Show the company what is new.

    Args:
        counted_now: the tally's `n`. The same `n` seals once, however often it is told.
    """
    amount = showable(head, counted_now)
    return post(head, _counts(head, amount), on=on, rules=rules) if amount > 0 else None


def grant(head: Head, number: int, *, on: date, rules: Rules) -> Posting:
    """A milestone's credit, with the counts that reach it: both show at once."""
    counts = _counts(head, head.room + 1)
    return post(head, [*counts, (f"grant:{number}", "grant", 1)], on=on, rules=rules)


def uncount(head: Head, counted_now: int, *, void: int | None, on: date, rules: Rules) -> Posting:
    """Take one count back.

    Args:
        counted_now: the tally's `n` before the reversal.
        void: the number of the credit to void; None where the count leaves a milestone standing
            or, at zero, a deficit to carry.
    """
    counts = _counts(head, _unseen(head, counted_now))
    number = head.uncounted + 1
    lines: list[Line] = [*counts, (f"uncount:{number}", "uncount", 1)]
    if void is not None:
        lines.append((f"void:{void}", "void", 1))
    elif post(head, counts, on=on, rules=rules).after.toward_next == 0:
        lines.append((f"carry_deficit:{number}", "carry_deficit", 1))
    return post(head, lines, on=on, rules=rules)


def settle(head: Head, counted_now: int, *, void: int, on: date, rules: Rules) -> Posting:
    """A credit pays for the deficit carried, ten at most.

    Args:
        counted_now: the tally's `n`: what it counted fills first.
        void: the number of the credit that pays.
    """
    counts = _counts(head, _unseen(head, counted_now))
    paid = min(post(head, counts, on=on, rules=rules).after.deficit, THRESHOLD)
    lines: list[Line] = [(f"void:{void}", "void", 1), (f"settle:{void}", "carry_deficit", -paid)]
    return post(head, [*counts, *lines], on=on, rules=rules)
