"""What the programme owes and is likely to: read once, said to a program or shown on a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from shared.domain.credit import Lot
from shared.domain.forecast import Forecast, Pace, forecast
from shared.domain.liability import Spent, worth
from shared.table.outstanding import Outstanding
from shared.wires import programme, table

MONTHS: Final = (3, 6, 12)
DAYS_A_MONTH: Final = 365 / 12


@dataclass(frozen=True, slots=True)
class Owed:
    """
    Args:
        covered_jpy: the income as far as a credit covers it.
        each_jpy: what one credit is worth.
        lots: the credits nobody reserved.
    """

    fee_percent: int
    income_jpy: int
    covered_jpy: int
    each_jpy: int
    lots: Sequence[Lot]
    reserved: int
    spent: Spent
    paces: Sequence[Pace]

    @property
    def worth_jpy(self) -> int:
        return self.spent.outstanding * self.each_jpy

    @property
    def grants(self) -> list[tuple[int, Forecast]]:
        """By months ahead."""
        return [(months, forecast(self.paces, months * DAYS_A_MONTH)) for months in MONTHS]

    @property
    def a_month(self) -> float:
        """How many count in a month, at the pace of the last 90 days."""
        return sum(pace.counted / pace.days for pace in self.paces) * DAYS_A_MONTH


def owed(fee_percent: int | None, income_jpy: int | None, now: datetime) -> Owed:
    """What is None is the rules' own: the fee, and the highest income a credit covers."""
    rules, found = programme().at(now), Outstanding(table())
    percent = rules.fee_percent if fee_percent is None else fee_percent
    income = rules.fee_cap_jpy if income_jpy is None else income_jpy
    books, lots = list(found.books()), list(found.available())
    reserved = sum(of.head.reserved_now for of in books)
    return Owed(
        fee_percent=percent,
        income_jpy=income,
        covered_jpy=min(income, rules.fee_cap_jpy),
        each_jpy=worth(percent, income, rules.fee_cap_jpy),
        lots=lots,
        reserved=reserved,
        spent=Spent(
            counted=sum(of.tally.n for of in books),
            used=sum(of.head.consumed - of.head.restored for of in books),
            outstanding=len(lots) + reserved,
        ),
        paces=found.paces(books, now),
    )
