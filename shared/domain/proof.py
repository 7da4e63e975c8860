"""A statement worked out again, entry by entry, until something does not follow."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Final

from shared.domain import ledger
from shared.domain.entry import Entry
from shared.domain.entry_laws import Unlike, amount, broken_law, never_below_zero, unlike
from shared.domain.ledger import Head
from shared.domain.lives import Lives, WrongLifeError
from shared.domain.rules import THRESHOLD
from shared.domain.statement import Statement, balances


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong first. `where` is an entry, or what the file says beside them."""

    where: str
    what: str
    stored: str
    made: str
    says: str = "{where}: {what} is {stored}, should be {made}"

    def __str__(self) -> str:
        return self.says.format(**asdict(self))


NUMBERED: Final = "{where} has the number {stored}, should have {made}"
CUT_SHORT: Final = "{where} ends before its head: {what}"


def first_fault(statement: Statement) -> Fault | None:
    walk = _Walk(Head(statement.company_id), len(statement.entries))
    return next(walk.faults(statement), None)


@dataclass(slots=True)
class _Walk:
    """Where one is, reading from the first entry on."""

    head: Head
    of: int
    """How many entries the statement has; `place` is the one that is read."""
    place: int = 0
    names: set[str] = field(default_factory=set)
    lives: Lives = field(default_factory=Lives)
    unsettled: list[tuple[Entry, Fault]] = field(default_factory=list)
    """Entries of one posting, since the law held last."""

    def faults(self, statement: Statement) -> Iterator[Fault]:
        """Only the first is worth reading."""
        for self.place, entry in enumerate(statement.entries, start=1):
            yield from (self._at(entry, found) for found in self._chain(entry))
            yield from self._posting_over(entry)
            yield from (self._at(entry, found) for found in self._words(entry))
        yield from _cut_short(statement, self.head)
        yield from self._law()
        yield from (Fault("the file", *map(str, u)) for u in _ends(statement, self.head))

    def _at(self, entry: Entry, found: Unlike) -> Fault:
        fault = Fault(f"entry {self.place} of {self.of} ({entry.entry_id})", *map(str, found))
        return replace(fault, says=NUMBERED) if fault.what == "seq" else fault

    def _chain(self, entry: Entry) -> Iterator[Unlike]:
        yield from unlike("company_id", entry.company_id, self.head.company_id)
        yield from unlike("seq", entry.seq, self.head.seq + 1)
        yield from unlike("hash", entry.hash, entry.digest())
        yield from unlike("prev_hash", entry.prev_hash, self.head.hash)

    def _words(self, entry: Entry) -> Iterator[Unlike]:
        if entry.entry_id in self.names:
            yield "entry_id", entry.entry_id, "one that was not there before"
        yield from amount(entry, self.head)
        try:
            self.lives.live(entry)
        except WrongLifeError as wrong:
            yield wrong.what, wrong.stored, wrong.made
        self.names.add(entry.entry_id)
        self.head = ledger.follow(self.head, entry)
        yield from never_below_zero(self.head)
        if self.head.lawful:
            self.unsettled.clear()
        else:
            self.unsettled.append((entry, self._at(entry, broken_law(self.head))))

    def _posting_over(self, following: Entry) -> Iterator[Fault]:
        """A posting has one day, and says a kind once: then the law must hold."""
        days = {entry.recorded_on for entry, _ in self.unsettled}
        kinds = {entry.kind for entry, _ in self.unsettled}
        if days - {following.recorded_on} or following.kind in kinds:
            yield from self._law()

    def _law(self) -> Iterator[Fault]:
        yield from (fault for _, fault in self.unsettled)


def _cut_short(statement: Statement, head: Head) -> Iterator[Fault]:
    """Before the law: what its last posting lacks is what was cut off."""
    first, last = head.seq + 1, statement.seq
    if first <= last:
        which = f"entry {last} is" if first == last else f"entries {first} to {last} are"
        yield Fault("the statement", f"{which} missing", str(last), str(head.seq), CUT_SHORT)


def _ends(statement: Statement, head: Head) -> Iterator[Unlike]:
    yield from unlike("threshold", statement.threshold, THRESHOLD)
    yield from unlike("seq of its head", statement.seq, head.seq)
    yield from unlike("hash of its head", statement.hash, head.hash)
    if head.sealed_on is not None:
        yield from unlike("as_of", statement.as_of, head.sealed_on)
    made = balances(head)
    for name in sorted(made.keys() | statement.balances.keys()):
        both = (of.get(name, "nothing") for of in (statement.balances, made))
        yield from unlike(f"balance {name}", *both)
