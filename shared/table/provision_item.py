"""A provision record as items: by month for the export, and in the candidate's file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from shared.domain.provision import KEPT_YEARS, Provision
from shared.domain.recommendation import Item
from shared.domain.tokyo import day, years_after
from shared.table import keys
from shared.table.codec import moment, stamp
from shared.table.commit import Table
from shared.table.writes import Write


def new(table: Table, made: Provision) -> Iterator[Write]:
    """The file's copy names nobody: it is read beside the name, and may go with it."""
    values = to_item(made)
    yield table.new(keys.provision(made.at, made.recommendation_id), values)
    name = f"{stamp(made.at)}#{made.recommendation_id}"
    theirs = {k: v for k, v in values.items() if k != "candidate_name"}
    yield table.new(keys.part_of_file(made.candidate_id, keys.PROVISION_PREFIX, name), theirs)


def to_item(made: Provision) -> dict[str, Any]:
    gone = years_after(day(made.at), KEPT_YEARS)
    return {
        **asdict(made),
        "at": stamp(made.at),
        "consented_at": stamp(made.consented_at),
        "items": list(made.items),
        keys.EXPIRES: int(
            datetime(gone.year, gone.month, gone.day, 23, 59, tzinfo=UTC).timestamp()
        ),
    }


def from_item(item: dict[str, Any]) -> Provision:
    fields = {k: v for k, v in item.items() if k in Provision.__dataclass_fields__}
    read: dict[str, Any] = {
        "at": moment(item["at"]),
        "consented_at": moment(item["consented_at"]),
        "items": tuple(Item(name) for name in item["items"]),
    }
    return Provision(**{**fields, **read})
