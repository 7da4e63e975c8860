"""Two files that may be one person's, as an item in the inbox and a part of each file."""

from collections.abc import Iterable, Iterator
from typing import Any

from shared.domain.duplicate import Answer, Duplicate, Sign
from shared.table import keys
from shared.table.codec import due, moment, stamp
from shared.table.commit import Table
from shared.table.writes import Write


def found(table: Table, duplicates: Iterable[Duplicate]) -> Iterator[Write]:
    for duplicate in duplicates:
        waits = due(keys.inbox(keys.Inbox.DUPLICATES), duplicate.found_at)
        yield table.new(keys.duplicate(duplicate.duplicate_id), to_item(duplicate) | waits)
        for candidate_id in (duplicate.one, duplicate.other):
            key = keys.part_of_file(candidate_id, keys.DUPLICATE_PREFIX, duplicate.duplicate_id)
            yield table.new(key, {"duplicate_id": duplicate.duplicate_id})


def to_item(duplicate: Duplicate) -> dict[str, Any]:
    return {
        "one": duplicate.one,
        "other": duplicate.other,
        "signs": [str(sign) for sign in duplicate.signs],
        "found_at": stamp(duplicate.found_at),
        "answer": duplicate.answer,
    }


def from_item(item: dict[str, Any]) -> Duplicate:
    return Duplicate(
        item["one"],
        item["other"],
        tuple(Sign(sign) for sign in item["signs"]),
        moment(item["found_at"]),
        Answer(item["answer"]),
    )
