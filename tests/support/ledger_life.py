"""Lawful ledgers in which anything happened, made by the domain alone, and their files."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from shared.domain import ledger
from shared.domain.entry import GENESIS, Entry
from shared.domain.ledger import Head, Line, Posting
from shared.domain.rules import FIRST
from shared.domain.statement import FORMAT, VERSION, Statement, balances
from tests.support.builders import ACME, TODAY


@dataclass
class LedgerLife:
    head: Head = field(default_factory=lambda: Head(ACME, sealed_on=TODAY))
    entries: list[Entry] = field(default_factory=list)
    today: date = TODAY

    def post(self, posting: Posting | None) -> None:
        if posting is not None:
            self.head = posting.after
            self.entries += posting.entries

    def grant(self, number: int) -> None:
        self.post(ledger.grant(self.head, number, on=self.today, rules=FIRST))

    def seal(self, more: int) -> None:
        self.post(ledger.seal(self.head, self.head.net + more, on=self.today, rules=FIRST))

    def uncount(self, void: int | None = None) -> None:
        self.post(ledger.uncount(self.head, self.head.net, void=void, on=self.today, rules=FIRST))

    def act(self, *lines: Line) -> None:
        self.post(ledger.post(self.head, list(lines), on=self.today, rules=FIRST))

    def sleep(self) -> None:
        self.today += timedelta(days=1)

    def statement(self) -> Statement:
        head = self.head
        as_of = head.sealed_on
        kept = tuple(self.entries)
        return Statement(ACME, as_of, 10, head.seq, head.hash, balances(head), kept)


def eventful() -> LedgerLife:
    """Everything but an adjustment: five credits, and what can become of one."""
    life = LedgerLife()
    life.seal(4)
    for number in (1, 3, 2, 4, 5):
        life.grant(number)
    life.sleep()
    life.act(("reserve:1:job_a", "reserve", 1))
    life.act(("release:1:job_a", "release", 1))
    life.act(("reserve:1:job_b", "reserve", 1), ("consume:1:job_b", "consume", 1))
    life.act(("restore:1", "restore", 1))
    life.act(("reserve:1:job_c", "reserve", 1))
    life.act(("expire:2", "expire", 1))
    life.uncount(void=3)
    life.sleep()
    for _ in range(10):
        life.uncount()
    life.act(("reserve:4:job_d", "reserve", 1))
    life.seal(8)
    return life


def stated(of: Statement, next_cursor: str | None = None) -> dict[str, Any]:
    """As JSON says it."""
    beside = {"format": FORMAT, "version": VERSION, "next_cursor": next_cursor}
    said: dict[str, Any] = json.loads(json.dumps({**beside, **asdict(of)}, default=str))
    return said


def written(said: Any) -> bytes:
    return json.dumps(said, ensure_ascii=False).encode()


def forged(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The same words, chained anew: only what they say can give them away."""
    chained, before = list[Entry](), GENESIS
    for seq, entry in enumerate(entries, start=1):
        chained.append(replace(entry, seq=seq, prev_hash=before).sealed())
        before = chained[-1].hash
    return tuple(chained)


def forged_statement(entries: Sequence[Entry]) -> Statement:
    """Balances and all, by somebody who knows how."""
    head, made = Head(ACME), forged(entries)
    for entry in made:
        head = ledger.follow(head, entry)
    return Statement(ACME, head.sealed_on, 10, head.seq, head.hash, balances(head), made)
