"""A company with a long history, written straight into the table: what was posted, and no more."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from shared.domain.credit import Lot, LotState, expiry
from shared.domain.entry import Entry
from shared.domain.ledger import Head
from shared.domain.rules import FIRST
from shared.table import entry_item, head_item, keys, lot_item
from shared.table.codec import encode
from shared.table.commit import Table
from tests.support.builders import ACME, NOON, TODAY

AT_ONCE = 25
"""Items of one BatchWriteItem."""


def grow(table: Table, *, counted: int, entries: int) -> Head:
    """So many counted, a tenth of that in credits, every one of them available; and the newest
    `entries` of its ledger, chained. Older ones nobody reads here.
    """
    lots = counted // 10
    head = Head(ACME, sealed_on=TODAY, counted=counted, granted=lots)
    chain = list(_chain(head, lots, entries))
    head = replace(head, seq=chain[-1].seq, hash=chain[-1].hash)
    tally = {"n": counted, "r": counted % 10, "g": lots}
    table.commit(
        table.change(keys.tally(ACME), put=tally),
        table.change(keys.head(ACME), put=head_item.to_item(head)),
    )
    _write(table, (_item(keys.entry(ACME, e.seq), entry_item.to_item(e)) for e in chain))
    _write(table, _credits(lots))
    return head


def _chain(head: Head, lots: int, entries: int) -> Iterator[Entry]:
    first = max(lots - entries, 0)
    for seq, number in enumerate(range(first, lots), start=first + 1):
        entry = Entry(ACME, seq, f"grant:{number + 1}", "grant", 1, TODAY, TODAY, 1, head.hash)
        head = replace(head, hash=entry.sealed().hash)
        yield entry.sealed()


def _credits(lots: int) -> Iterator[dict[str, Any]]:
    for number in range(1, lots + 1):
        at = NOON + timedelta(minutes=number)
        until = expiry(at, FIRST)
        lot = Lot(f"crd_{number}", ACME, number, LotState.AVAILABLE, at, until)
        yield _item(keys.lot(ACME, number), lot_item.to_item(lot))
        yield _item(*lot_item.available(lot))


def _item(key: keys.Key, values: dict[str, Any]) -> dict[str, Any]:
    return encode({**key._asdict(), **values})


def _write(table: Table, items: Iterable[dict[str, Any]]) -> None:
    waiting = [{"PutRequest": {"Item": item}} for item in items]
    for start in range(0, len(waiting), AT_ONCE):
        some: Any = {table.name: waiting[start : start + AT_ONCE]}
        assert not table.client.batch_write_item(RequestItems=some)["UnprocessedItems"]
