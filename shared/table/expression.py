"""DynamoDB expressions from plain fields. Every name is aliased, so no reserved word bites."""

from collections.abc import Iterable, Mapping
from typing import Any

from shared.domain.milestone import Guard
from shared.table.codec import encode


class Expression:
    """Collects the names and values one request refers to."""

    def __init__(self) -> None:
        self._names = dict[str, str]()
        self._values = dict[str, Any]()

    def name(self, field: str) -> str:
        alias = f"#{field}" if field.isidentifier() else f"#n{len(self._names)}"
        self._names[alias] = field
        return alias

    def value(self, value: Any) -> str:
        alias = f":v{len(self._values)}"
        self._values[alias] = value
        return alias

    def all_of(self, guards: Iterable[Guard]) -> str:
        return " AND ".join(f"{self.name(f)} {op} {self.value(v)}" for f, op, v in guards)

    def one_of(self, field: str, values: Iterable[Any]) -> str:
        return f"{self.name(field)} IN ({', '.join(self.value(v) for v in values)})"

    def change(self, put: Mapping[str, Any], add: Mapping[str, int], remove: Iterable[str]) -> str:
        sets = [f"{self.name(f)} = {self.value(v)}" for f, v in put.items() if v is not None]
        adds = [f"{self.name(f)} {self.value(v)}" for f, v in add.items()]
        gone = [self.name(f) for f in remove]
        parts = {"SET": sets, "ADD": adds, "REMOVE": gone}
        return " ".join(f"{verb} {', '.join(items)}" for verb, items in parts.items() if items)

    def arguments(self) -> dict[str, Any]:
        named = {"ExpressionAttributeNames": self._names} if self._names else {}
        valued = {"ExpressionAttributeValues": encode(self._values)} if self._values else {}
        return {**named, **valued}
