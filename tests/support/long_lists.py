"""Lists as long as we like: what acts left in the table, under many names, straight into the engine
(a request for each 25 would take minutes).
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from ministack.services import dynamodb

from shared.table import keys
from shared.table.codec import encode
from shared.table.commit import Table

APRIL: Final = "2026-04"


def names(stem: str, many: int) -> list[str]:
    return [f"{stem}{n:05}" for n in range(many)]


def poured(table: Table, items: Iterable[tuple[keys.Key, Mapping[str, Any]]]) -> None:
    kept = _kept(table)
    for key, values in items:
        _put(kept, encode({**key._asdict(), **values}))


def again(
    table: Table,
    key: keys.Key,
    named: Sequence[str],
    *called: str,
    put: Mapping[str, Any] | None = None,
    remove: Sequence[str] = (),
    in_april: bool = False,
) -> None:
    """The item that lies there, once more under each name.

    Args:
        called: what of its text is the name.
        in_april: every day in it becomes one of that month.
    """
    values = {**(table.get(key) or {}), **(put or {})}
    text = json.dumps(encode({k: v for k, v in values.items() if k not in remove}))
    if in_april:
        text = re.sub(r"\b20\d\d-\d\d(-\d\d)?", lambda m: APRIL + ("-15" if m[1] else ""), text)
    kept = _kept(table)
    for name in named:
        own = text
        for old in called:
            own = own.replace(json.dumps(old)[1:-1], name)
        _put(kept, json.loads(own))


def lies(table: Table, partition: str) -> keys.Key:
    """The first item of the first partition whose name begins so."""
    [(pk, items), *_] = [it for it in _kept(table)["items"].items() if it[0].startswith(partition)]
    return keys.Key(pk, min(items))


def _put(kept: Any, item: dict[str, Any]) -> None:
    pk, sk = (item[name]["S"] for name in (keys.PARTITION, keys.SORT))
    dynamodb._set_item(kept, pk, sk, item)


def _kept(table: Table) -> Any:
    every = dynamodb._tables.all_items()
    return next(kept for (*_, name), kept in every if name == table.name)
