"""ministack keeps items in memory and saves them at a graceful stop: here each write is kept.

Rows are keyed by the table's id: a table made again under an old name starts empty.
"""

import json
from collections import defaultdict
from typing import Any

from ministack.core import persistence
from ministack.services import dynamodb

from infra.local.journal import Journal

_MAKE = (
    "CREATE TABLE IF NOT EXISTS items (made_in TEXT, pk TEXT, sk TEXT, item TEXT,"
    " PRIMARY KEY (made_in, pk, sk)) WITHOUT ROWID"
)
_PUT = "INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?)"
_DELETE = "DELETE FROM items WHERE made_in = ? AND pk = ? AND sk = ?"


def text(value: Any) -> str:
    return json.dumps(value, default=persistence._json_default, ensure_ascii=False)


def value(text: str) -> Any:
    return json.loads(text, object_hook=persistence._json_object_hook)


def install(journal: Journal) -> None:
    journal.write(_MAKE)
    _keep_writes(journal)
    _keep_transactions(journal)
    _save_tables_without_items()
    _load_items(journal)


def _keep_writes(journal: Journal) -> None:
    set_item, remove_item = dynamodb._set_item, dynamodb._remove_item

    def put(table: Any, pk: Any, sk: Any, item: Any) -> Any:
        old = set_item(table, pk, sk, item)
        journal.write(_PUT, table["TableId"], text(pk), text(sk), text(item))
        return old

    def delete(table: Any, pk: Any, sk: Any) -> Any:
        old = remove_item(table, pk, sk)
        journal.write(_DELETE, table["TableId"], text(pk), text(sk))
        return old

    dynamodb._set_item, dynamodb._remove_item = put, delete


def _keep_transactions(journal: Journal) -> None:
    transact = dynamodb._transact_write_items

    def at_once(data: Any) -> Any:
        with journal.together():
            return transact(data)

    dynamodb._transact_write_items = at_once


def _save_tables_without_items() -> None:
    get_state = dynamodb.get_state

    def state() -> Any:
        held = [(table, table["items"]) for _, table in dynamodb._tables.all_items()]
        for table, _ in held:
            table["items"] = {}
        try:
            return get_state()
        finally:
            for table, items in held:
                table["items"] = items

    dynamodb.get_state = state


def _load_items(journal: Journal) -> None:
    load = dynamodb.load_persisted_state

    def restore(data: Any) -> None:
        load(data)
        found: dict[str, Any] = defaultdict(lambda: defaultdict(dict))
        for table, pk, sk, item in journal.rows("SELECT * FROM items"):
            found[table][value(pk)][value(sk)] = value(item)
        for _, table in dynamodb._tables.all_items():
            table["items"] = found[table["TableId"]]
            dynamodb._items_replaced(table)

    dynamodb.load_persisted_state = restore
