"""A relay in this process that notes what AWS would charge for."""

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from shared.observe import logger
from tests.support.cloud.cloud import Cloud
from tests.support.cost.written import writing_to


@dataclass
class Meter(Cloud):
    calls: Counter[str] = field(default_factory=Counter)
    """Invocations by verb. Each message is one: readers' batches would be fewer."""
    noted: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        emitter = self.aws.dynamodb.meta.events
        emitter.register("provide-client-params.dynamodb", _ask_for_capacity)
        emitter.register("after-call.dynamodb", self._note_capacity)

    def request(self, method: str, path: str, body: Any = None, **more: Any) -> dict[str, Any]:
        reply = super().request(method, path, body, **more)
        self.noted["requests"] += 1
        self.noted["bytes_out"] += len(json.dumps(reply["headers"]) + reply["body"])
        return reply

    def invoke(self, function: str, event: Any) -> Any:
        handler = self.wiring.resources[function]["Properties"]["Handler"]
        self.calls[handler.split(".")[1]] += 1
        with writing_to(logger) as written:
            answer = super().invoke(function, event)
        self.noted["log_bytes"] += len(written.getvalue().encode())
        return answer

    def read(self, queue: str, body: str) -> bool:
        self.noted["messages"] += 1
        return super().read(queue, body)

    def kept_bytes(self) -> int:
        """Of all items, as DynamoDB counts: names and values, and 100 bytes more on the bill."""
        tables = self.aws.tables.values()
        items = [i for t in tables for i in self.aws.dynamodb.scan(TableName=t)["Items"]]
        return sum(100 + sum(map(_size, item.items())) for item in items)

    def _bus(self) -> bool:
        self.noted["events"] += len(self.aws.said)
        return super()._bus()

    def _note_capacity(self, parsed: dict[str, Any], model: Any, **_: Any) -> None:
        kind = "read_units" if model.name in _READS else "write_units"
        for consumed in _many(parsed.get("ConsumedCapacity", [])):
            self.noted[kind] += consumed["CapacityUnits"]


_READS = {"GetItem", "TransactGetItems", "Query"}
_OURS = {"Scan", "CreateTable"}
"""What stands for a stream and a deploy, and no function asks."""


def _size(attribute: tuple[str, Any]) -> int:
    name, [value] = attribute[0], attribute[1].values()
    return len(name.encode()) + len(str(value).encode())


def _ask_for_capacity(params: dict[str, Any], model: Any, **_: Any) -> None:
    if model.name not in _OURS:
        params["ReturnConsumedCapacity"] = "INDEXES"


def _many(one_or_more: Any) -> list[Any]:
    return one_or_more if isinstance(one_or_more, list) else [one_or_more]
