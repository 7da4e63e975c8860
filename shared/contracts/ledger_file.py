"""The ledger as one file, checked without us: entries exactly as they were hashed."""

from datetime import date
from typing import Literal, Self

from pydantic import Field

from shared.contracts.wire import Answer
from shared.domain import statement
from shared.domain.entry import Entry, Kind
from shared.domain.ledger import Head
from shared.domain.rules import THRESHOLD


class EntryStated(Answer):
    """`hash` is SHA-256 of the rest as JSON: names sorted, no spaces, UTF-8 and not `\\u`."""

    company_id: str
    seq: int
    entry_id: str
    kind: Kind
    amount: int
    recorded_on: date
    occurred_on: date
    rule_version: int
    prev_hash: str = Field(description="The hash of the entry before; 64 zeros for the first.")
    hash: str

    @classmethod
    def of(cls, entry: Entry) -> Self:
        return cls.model_validate(entry, from_attributes=True)


class StatementAnswer(Answer):
    """What `career-relay verify-statement` reads."""

    format: Literal["career-relay-statement"] = statement.FORMAT
    version: Literal[1] = statement.VERSION
    company_id: str
    as_of: date | None = Field(description="The day the ledger last moved.")
    threshold: int = THRESHOLD
    seq: int = Field(description="Of the last entry there is, in this part or a later one.")
    hash: str = Field(description="Of the same entry. Noted down, it holds all before it fast.")
    balances: dict[str, int] = Field(
        description="At that entry: each total of the ledger, and `net` (counted - uncounted), "
        "`milestones`, `toward_next`, `available`, `reserved_now`."
    )
    entries: list[EntryStated]
    next_cursor: str | None = Field(description="Of the next part. null where the file is whole.")

    @classmethod
    def of(cls, head: Head, entries: list[Entry], next_cursor: str | None) -> Self:
        return cls(
            company_id=head.company_id,
            as_of=head.sealed_on,
            seq=head.seq,
            hash=head.hash,
            balances=statement.balances(head),
            entries=[EntryStated.of(entry) for entry in entries],
            next_cursor=next_cursor,
        )
