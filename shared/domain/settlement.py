"""A debt is paid later: a credit that came free gives way for counts taken back before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shared.domain import ledger
from shared.domain.credit import Lot, newest
from shared.domain.ledger import Head, Posting
from shared.domain.milestone import Step, Tally, settling
from shared.domain.rules import Rules


@dataclass(frozen=True, slots=True)
class Settlement:
    """One transaction's worth; `credit` is voided."""

    step: Step
    posting: Posting
    credit: Lot


def settlement(
    tally: Tally, head: Head, *, available: Sequence[Lot], on: date, rules: Rules
) -> Settlement | None:
    """None where nothing is owed, or nothing is there to pay with. One credit pays ten at most."""
    credit = newest(available)
    if tally.debt == 0 or credit is None:
        return None
    posting = ledger.settle(head, tally.n, void=credit.number, on=on, rules=rules)
    return Settlement(settling(tally), posting, credit)
