"""What the credits still out there are worth, and by when they are to be honoured."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from shared.domain.credit import Lot


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
