"""So many an hour and no more, counted in the transaction of what is counted."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from shared.domain.errors import RelayError, TooManyRequests
from shared.domain.registration import ISSUES_PER_ADDRESS_AND_HOUR
from shared.table import keys
from shared.table.commit import Table
from shared.table.writes import Write

HOUR: Final = timedelta(hours=1)


def one_more(
    table: Table, who: str, most: int, at: datetime, refusal: Callable[[dict[str, Any]], RelayError]
) -> Write:
    key = keys.rate(who, f"{at:%Y%m%d%H}")
    return table.ceiling(key, most, expires=at + 2 * HOUR, refusal=refusal)


def one_more_code(table: Table, who: str, at: datetime) -> Write:
    """`who` says what the code is for, too: codes for one thing leave those for another."""
    return one_more(table, who, ISSUES_PER_ADDRESS_AND_HOUR, at, _too_many)


def _too_many(_: dict[str, Any]) -> RelayError:
    return TooManyRequests("too many codes for this address; wait an hour", retry_after=3600)
