"""What a number or a name leads to: one file, or all that came with it, oldest first."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from shared.domain.filed import LOOKED_AT
from shared.domain.ids import CandidateId
from shared.table import keys
from shared.table.commit import Table
from shared.table.writes import Refusal, Write

type Names = tuple[CandidateId, ...]


def names(item: Mapping[str, Any]) -> Names:
    return tuple(item.get("files") or filter(None, [item.get("candidate_id")]))


def values(found: Names) -> dict[str, Any]:
    return {"candidate_id": found[0], **({"files": list(found)} if len(found) > 1 else {})}


def joined(
    table: Table,
    key: keys.Key,
    before: Names,
    name: CandidateId,
    more: Mapping[str, Any],
    refusal: Refusal,
) -> Write:
    after = values((*before, name)[-LOOKED_AT:])
    return table.change(key, **_as_read(before), put={**after, **more}, refusal=refusal)


def left(
    table: Table, key: keys.Key, before: Names, gone: Collection[str], refusal: Refusal
) -> Write:
    """It goes on leading to the others."""
    after = tuple(name for name in before if name not in gone)
    if not after:
        return table.delete(key, **_as_read(before), refusal=refusal)
    alone = ["files"] if len(after) == 1 else []
    return table.change(key, **_as_read(before), put=values(after), remove=alone, refusal=refusal)


def renamed(
    table: Table,
    key: keys.Key,
    before: Names,
    gone: Collection[str],
    into: CandidateId,
    refusal: Refusal,
) -> Write:
    """What led to a file that was merged away leads to the kept one, once."""
    after = tuple(dict.fromkeys(into if name in gone else name for name in before))
    alone = ["files"] if len(after) == 1 else []
    return table.change(key, **_as_read(before), put=values(after), remove=alone, refusal=refusal)


def _as_read(found: Names) -> dict[str, Any]:
    if len(found) > 1:
        return {"guards": [("files", "=", list(found))]}
    return {"guards": [("candidate_id", "=", found[0])], "unset": ["files"]}
