"""Plain Python in, DynamoDB attribute values out, and back. Whole numbers stay int."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from boto3.dynamodb.types import TypeDeserializer, TypeSerializer

from shared.table import keys

_serialize = TypeSerializer().serialize
_deserialize = TypeDeserializer().deserialize


def encode(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _serialize(value) for name, value in values.items() if value is not None}


def decode(item: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _plain(_deserialize(value)) for name, value in item.items()}


def _plain(value: Any) -> Any:
    match value:
        case Decimal():
            return int(value)
        case dict():
            return {name: _plain(inner) for name, inner in value.items()}
        case list():
            return [_plain(inner) for inner in value]
    return value


def stamp(at: datetime) -> str:
    """UTC to the millisecond, always the same width: the text sorts as the time does."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds")


def due(partition: str, at: datetime) -> dict[str, Any]:
    """What lets index `due` find an item, in that partition of it and from then on."""
    return {keys.DUE_PARTITION: partition, keys.DUE_SORT: stamp(at)}


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def optional_moment(text: str | None) -> datetime | None:
    return moment(text) if text else None
