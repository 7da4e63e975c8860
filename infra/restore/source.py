"""Where items come from: a table, or an export. Items are as DynamoDB writes them in JSON."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol, TextIO, cast

from shared.table import keys

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

type Item = dict[str, Any]


class Source(Protocol):
    """May be read as often as one likes; it must not change between."""

    def __iter__(self) -> Iterator[Item]: ...


@dataclass(frozen=True, slots=True)
class TableSource:
    name: str
    client: DynamoDBClient

    def __iter__(self) -> Iterator[Item]:
        pages = self.client.get_paginator("scan").paginate(TableName=self.name, ConsistentRead=True)
        for page in pages:
            yield from page["Items"]


@dataclass(frozen=True, slots=True)
class Export:
    """One file, or all data files of a folder ExportTableToPointInTime wrote; a line an item."""

    path: Path

    def __iter__(self) -> Iterator[Item]:
        files = sorted(self.path.rglob("*.json.gz")) if self.path.is_dir() else [self.path]
        for file in files:
            with opened(file, "rt") as lines:
                yield from (json.loads(line)["Item"] for line in lines if line.strip())


def export(source: Source, path: Path) -> int:
    """How many items were written. What is known of people is in them: their owner alone reads."""
    path.touch(mode=0o600, exist_ok=False)
    with opened(path, "wt") as lines:
        written = (lines.write(json.dumps({"Item": item}) + "\n") for item in source)
        return sum(1 for _ in written)


def opened(path: Path, mode: Literal["rt", "wt"]) -> TextIO:
    if path.suffix == ".gz":
        return cast(TextIO, gzip.open(path, mode, encoding="utf-8"))
    return cast(TextIO, path.open(mode, encoding="utf-8"))


def key_of(item: Item) -> keys.Key:
    return keys.Key(item[keys.PARTITION]["S"], item[keys.SORT]["S"])


def digest(item: Item) -> bytes:
    """Equal for items that are equal byte for byte, and for no others."""
    return hashlib.sha256(json.dumps(item, sort_keys=True).encode()).digest()
