"""What a client's requests cost, as the table tells it: write units by index."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from shared.table.commit import Table

ASKED = ("TransactWriteItems", "UpdateItem")


@dataclass
class Units:
    table: Table
    _spent: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        events = self.table.client.meta.events
        for operation in ASKED:
            events.register(f"provide-client-params.dynamodb.{operation}", _ask)
            events.register(f"after-call.dynamodb.{operation}", self._note)

    def _note(self, parsed: dict[str, Any], **_: Any) -> None:
        told = parsed.get("ConsumedCapacity", [])
        for used in told if isinstance(told, list) else [told]:
            for index, units in used.get("GlobalSecondaryIndexes", {}).items():
                self._spent[index] += units["CapacityUnits"]

    def since(self) -> dict[str, int]:
        """Units by index since this was called last."""
        spent, self._spent = self._spent, Counter()
        return {index: int(units) for index, units in spent.items()}


def _ask(params: dict[str, Any], **_: Any) -> None:
    params["ReturnConsumedCapacity"] = "INDEXES"
