"""`make affected FROM= TO=`: the breach drill, by looking at every item once.

No index knows of a message or of a changed file, and what an index leaves out would be missed; one
scan reads what there is, in a restored table, too, which has no index. Eight kilobytes are two
units of a consistent read: a hundred thousand people are some hundred megabytes, and cost cents.
"""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from infra.ops.act import Act
from infra.ops.cloud import cloud
from infra.ops.refusal import RefusedError
from infra.ops.stack import stack_in
from infra.ops.window import Window
from shared.domain.affected import Person, affected
from shared.pages.sheet import sheet
from shared.table.codec import decode
from shared.table.traces import traces

CORE: Final = "core"
HEAD: Final = ("id", "name", "email", "changed")


@dataclass(slots=True)
class Scanned:
    """A table's items, and what reading them took."""

    name: str
    client: Any
    items: int = 0
    units: float = 0.0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        pages = self.client.get_paginator("scan").paginate(
            TableName=self.name, ConsistentRead=True, ReturnConsumedCapacity="TOTAL"
        )
        for page in pages:
            self.items += len(page["Items"])
            self.units += page.get("ConsumedCapacity", {}).get("CapacityUnits", 0.0)
            yield from map(decode, page["Items"])


@dataclass(frozen=True, slots=True)
class Found:
    """`changed`: what of theirs was written in the window; empty: it was there to be read."""

    people: Sequence[Person] = field(default_factory=list)

    def told(self) -> list[dict[str, Any]]:
        return [
            {
                "ids": sorted(person.names),
                "changed": dict(sorted(person.changed.items())),
                "readable": sorted(person.readable),
            }
            for person in self.people
        ]

    def of(self, what: str) -> int:
        """How many of them are a `contact` or a `member`."""
        return sum(what in {*person.changed, *person.readable} for person in self.people)

    def counts(self) -> dict[str, int]:
        """All of them; and of these, companies' contacts and the agency's own."""
        theirs = {"contacts": self.of("contact"), "members": self.of("member")}
        return {"people": len(self.people), **theirs}

    def addresses(self) -> str:
        return sheet(HEAD, map(_line, self.people))


def _line(person: Person) -> tuple[str, ...]:
    name, email = (person.address.name, person.address.email) if person.address else ("", "")
    return min(person.names), name, email, json.dumps(dict(sorted(person.changed.items())))


def found(items: Iterable[dict[str, Any]], window: Window) -> Found:
    told = (trace for item in items for trace in traces(item))
    return Found(list(affected(told, window.begin, window.end)))


def act(said: Namespace) -> Any:
    """Raises RefusedError: no such window or stage, or the file is there already."""
    window = Window.read(said.begin, said.end)
    where = cloud(said.stage)
    core = stack_in(where, said.stage).outputs["CoreTable"]
    file = _opened(said.addresses)
    table = core if said.table in ("", CORE) else said.table
    scanned = Scanned(table, where.client("dynamodb"))
    people = found(scanned, window)
    if file:
        file.write_text(people.addresses(), encoding="utf-8", newline="")
    took = {"items": scanned.items, "read_units": scanned.units}
    counts = people.counts()
    return {"table": table, "window": str(window), **counts, **took, "affected": people.told()}


def _opened(path: str) -> Path | None:
    """What is known of people will be in it: its owner alone reads."""
    if not path:
        return None
    try:
        (file := Path(path)).touch(mode=0o600, exist_ok=False)
    except OSError as why:
        raise RefusedError(f"{path}: {why.strerror}") from None
    return file


def asks(parser: ArgumentParser) -> None:
    parser.add_argument("--from", dest="begin", default="", help="2026-03-02T09:00+09:00")
    parser.add_argument("--to", dest="end", default="", help="2026-03-02T10:00+09:00")
    parser.add_argument("--table", default=CORE, help="core, or the name of a restored one")
    parser.add_argument("--addresses", default="", help="a new file for names and addresses")


ACT: Final = Act("affected", "say whose data a time window touches", act, asks)
