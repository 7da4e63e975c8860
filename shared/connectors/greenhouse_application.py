"""An application of Harvest v3: `{id, custom_fields: {name_key: {name, type, value}}, ...}` [C],
listed by `GET /v3/applications?ids=`. Its values stay in this function.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shared.connectors.reading import inside, parsed, reference
from shared.domain.trouble import Trouble, Why


@dataclass(frozen=True, slots=True)
class Fields:
    """What our field says, and the names of the others that say anything."""

    ours: str | None
    others: frozenset[str]


def listed(body: bytes, application_ref: str, name_key: str) -> Fields | Trouble:
    rows = parsed(body)
    if rows == []:
        return Trouble(Why.GONE, "the application is not listed")
    named = rows if isinstance(rows, list) else []
    mine = (row for row in named if reference(inside(row, "id")) == application_ref)
    found = fields(next(mine, None), name_key)
    return found or Trouble(Why.UNREADABLE, "no application with custom fields")


def fields(application: Any, name_key: str) -> Fields | None:
    said = inside(application, "custom_fields")
    if not isinstance(said, Mapping):
        return None
    value = inside(said.get(name_key), "value")
    filled = {name for name in said if inside(said[name], "value") not in (None, "", [])}
    return Fields(value if isinstance(value, str) else None, frozenset(filled - {name_key}))
