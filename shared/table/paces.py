"""A key read and counted in one request: nobody asks faster than the pace of what they ask for."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from shared.domain.errors import TooManyRequests
from shared.domain.pace import Pace
from shared.table import keys
from shared.table.commit import Table

type Item = dict[str, Any] | None

MANY: Final = 1000
_BUSY: Final[dict[tuple[str, str, str], int]] = {}
"""What this process last saw of each. It only grows, so whoever was busy then is in a rush now."""


@dataclass(frozen=True, slots=True)
class Paces:
    """One request, or two where another process saw the rush begin."""

    table: Table

    def admit(self, key: keys.Key, pace: Pace, now: datetime) -> Item:
        """The item as it is now; None: there is none. Raises TooManyRequests, Conflict."""
        name = (self.table.name, key.pk, pace.field)
        if pace.start(now) < _BUSY.get(name, 0) <= pace.latest(now):
            item, let_in = self._one_more(key, pace, now)
        else:
            item, let_in = self._first(key, pace, now)
        if item is None:
            return None
        if not let_in:
            item, let_in = self._again(item, key, pace, now)
        if item:
            _remember(name, item.get(pace.field, 0))
        if item and not let_in:
            wait = pace.wait(item[pace.field], now)
            raise TooManyRequests(f"this key asks too fast; go on in {wait} seconds", wait)
        return item

    def _first(self, key: keys.Key, pace: Pace, now: datetime) -> tuple[Item, bool]:
        """After a rest."""
        idle = [(pace.field, "<=", pace.start(now))]
        return self.table.changed(key, guards=idle, put={pace.field: pace.after_rest(now)})

    def _one_more(self, key: keys.Key, pace: Pace, now: datetime) -> tuple[Item, bool]:
        below = [(pace.field, "<=", pace.latest(now))]
        return self.table.changed(key, guards=below, add={pace.field: pace.every_ms})

    def _again(
        self, item: dict[str, Any], key: keys.Key, pace: Pace, now: datetime
    ) -> tuple[Item, bool]:
        """By what was found."""
        rested, busy = {pace.field: pace.after_rest(now)}, item.get(pace.field)
        if busy is None:
            return self.table.changed(key, unset=[pace.field], put=rested)
        if pace.is_of_another_clock(busy, now):
            return self.table.changed(key, guards=[(pace.field, "=", busy)], put=rested)
        return self._one_more(key, pace, now)


def _remember(name: tuple[str, str, str], busy: int) -> None:
    if len(_BUSY) >= MANY:
        _BUSY.clear()
    _BUSY[name] = busy
