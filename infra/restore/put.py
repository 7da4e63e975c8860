"""A table made to hold exactly what a source holds, by the fewest writes."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import batched
from typing import Any, Final

from infra.restore.source import Item, Source, TableSource, key_of
from infra.restore.verify import Unequal, compared
from shared.table import keys
from shared.table.keys import Key
from shared.table.writes import key_of as asked

AT_ONCE: Final = 25
"""DynamoDB takes no more in one request."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What stands between a table and its source. What was mailed stays mailed, and who wants no
    mail is never written to again: these the table keeps, whatever time the source is of. API keys
    stay as they are, both ways: one that was taken away may have leaked.
    """

    unequal: tuple[Unequal, ...]

    @classmethod
    def toward(cls, source: Source, table: TableSource) -> Changes:
        unequal = compared(source, table)
        return cls(tuple(of for of in unequal if not _stays(of)))

    def __str__(self) -> str:
        """By kind of item."""
        kinds = Counter((how, _kind(key)) for how, key in self.unequal)
        lines = (f"{how:<8} {kind:<22} {n}" for (how, kind), n in sorted(kinds.items()))
        return "\n".join(lines) or "the same, item by item"

    def make(self, source: Source, table: TableSource) -> None:
        """Nobody else may write meanwhile."""
        gone = [key for how, key in self.unequal if how == "unknown"]
        wanted = {key for how, key in self.unequal if how != "unknown"}
        _write(table, ({"DeleteRequest": {"Key": asked(key)}} for key in gone))
        _write(table, (_put(item) for item in source if key_of(item) in wanted))


def _stays(of: Unequal) -> bool:
    if of.key.pk.startswith(keys.API_KEY_PREFIX):
        return True
    kept = of.key.pk.startswith((keys.SENT_PREFIX, keys.SUPPRESSED_PREFIX))
    return kept and of.how != "missing"


def _kind(key: Key) -> str:
    return f"{key.pk.partition('#')[0]} {key.sk.partition('#')[0]}"


def _put(item: Item) -> dict[str, Any]:
    return {"PutRequest": {"Item": item}}


def _write(table: TableSource, requests: Iterable[dict[str, Any]]) -> None:
    for batch in batched(requests, AT_ONCE, strict=False):
        left: Any = [*batch]
        for pause in _patience():
            reply = table.client.batch_write_item(RequestItems={table.name: left})
            left = reply.get("UnprocessedItems", {}).get(table.name)
            if not left:
                break
            time.sleep(pause)


def _patience() -> Iterator[float]:
    """A busy table takes a part and hands the rest back; it is asked again for as long."""
    pause = 0.05
    while True:
        yield pause
        pause = min(2 * pause, 5.0)
