"""An item changed as a whole, from the version that was read."""

from collections.abc import Mapping
from typing import Any

from shared.table import keys
from shared.table.commit import Table
from shared.table.writes import Refusal, Write


def swapped(
    table: Table, key: keys.Key, known: int, values: Mapping[str, Any], refusal: Refusal
) -> Write:
    """`values`: all of it; what is None is taken off. Its `version` becomes the next."""
    said = {**values, "version": known + 1}
    return table.change(
        key,
        guards=[("version", "=", known)],
        put={name: value for name, value in said.items() if value is not None},
        remove=[name for name, value in said.items() if value is None],
        refusal=refusal,
    )
