"""What the credits still out there are worth, and by when they are to be honoured."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from shared.domain.credit import Lot
from shared.domain.tokyo import last_whole_day


def worth(fee_percent: int, annual_income_jpy: int, cap_jpy: int) -> int:
    """The fee one hire would have cost, as far as a credit covers it; whole yen.

    >>> worth(35, 8_000_000, 6_000_000)
    2100000
    """
    return min(annual_income_jpy, cap_jpy) * fee_percent // 100


def quarter(day: date) -> str:
    """
    >>> quarter(date(2028, 11, 22))
    '2028-Q4'
    """
    return f"{day.year}-Q{(day.month + 2) // 3}"


def by_quarter(lots: Iterable[Lot]) -> Mapping[str, int]:
    """Credits by the quarter (UTC) they expire in, earliest first."""
    counted = Counter(quarter(lot.expires_at.date()) for lot in lots)
    return dict(sorted(counted.items()))


def by_month(lots: Iterable[Lot]) -> Mapping[tuple[int, int], int]:
    """Credits by the month their last whole day in Tokyo lies in, earliest first; none left out."""
    days = (last_whole_day(lot.expires_at) for lot in lots)
    counted = Counter(day.year * 12 + day.month - 1 for day in days)
    if not counted:
        return {}
    months = range(min(counted), max(counted) + 1)
    return {(month // 12, month % 12 + 1): counted[month] for month in months}


@dataclass(frozen=True, slots=True)
class Spent:
    """Over all companies.

    Args:
        used: credits consumed and not given back.
        outstanding: those that may still be used.
    """

    counted: int
    used: int
    outstanding: int

    def a_head(self, each_jpy: int) -> int | None:
        """What one counted person costs if all that is outstanding is used; whole yen.

        >>> Spent(counted=40, used=1, outstanding=2).a_head(2_100_000)
        157500
        """
        return self._a_head((self.used + self.outstanding) * each_jpy)

    def a_head_so_far(self, each_jpy: int) -> int | None:
        return self._a_head(self.used * each_jpy)

    def _a_head(self, jpy: int) -> int | None:
        return jpy // self.counted if self.counted else None
