"""What must be true of an entry and of the totals after it."""

from collections.abc import Iterator
from typing import Any, Final

from shared.domain.entry import Entry
from shared.domain.ledger import Head
from shared.domain.rules import THRESHOLD

NEVER_BELOW_ZERO: Final = ("net", "deficit", "available", "reserved_now")

type Unlike = tuple[str, Any, Any]
"""(what, as it is stored, as it should be)."""


def unlike(what: str, stored: Any, made: Any) -> Iterator[Unlike]:
    if stored != made:
        yield what, stored, made


def amount(entry: Entry, before: Head) -> Iterator[Unlike]:
    match entry.kind:
        case "adjust" | "carry_deficit":
            if entry.amount == 0:
                yield "amount", 0, "other than 0"
        case "count" | "uncount":
            if entry.amount < 1:
                yield "amount", entry.amount, "1 or more"
        case _:
            yield from unlike("amount", entry.amount, 1)
    if entry.kind == "count":
        span = f"count:{before.counted + 1}-{before.counted + entry.amount}"
        yield from unlike("entry_id", entry.entry_id, span)


def never_below_zero(head: Head) -> Iterator[Unlike]:
    for name in NEVER_BELOW_ZERO:
        if (balance := getattr(head, name)) < 0:
            yield f"{name} after it", balance, "0 or more"


def broken_law(head: Head) -> Unlike:
    """Of a head that breaks it."""
    after = f"after it ({head.net} counted, a deficit of {head.deficit})"
    earned = head.net // THRESHOLD + -(-head.deficit // THRESHOLD)
    if head.milestones != earned:
        return f"granted - voided {after}", head.milestones, earned
    return f"toward_next {after}", head.toward_next, "0 to 9, and 0 with a deficit"
