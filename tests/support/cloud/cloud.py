"""Requests in, facts delivered, until nothing new happens."""

import importlib
import json
import os
import random
from dataclasses import dataclass, field
from typing import Any
from unittest import mock

from shared import edge, people
from shared.aws import clients
from shared.request import ORIGIN as HEADER
from shared.settings import ORIGIN_SECRET
from tests.support.asking import CONTEXT, asked
from tests.support.cloud.aws import Aws
from tests.support.cloud.template import Wiring

ROUNDS = 1000
"""Of deliveries; what goes on for longer goes on for ever."""


class KilledError(BaseException):
    """The process is gone; whatever it had committed is committed."""


@dataclass
class Cloud:
    wiring: Wiring
    aws: Aws = field(default_factory=Aws)
    order: random.Random = field(default_factory=random.Random)
    repeat: int = 1
    """How often everything is delivered."""

    def request(self, method: str, path: str, body: Any = None, **more: Any) -> dict[str, Any]:
        """By way of the edge, which the secret of the function it reaches tells from others."""
        function = self.wiring.routed(method, path)
        event = asked(method, path, body, **more)
        event["headers"] |= {HEADER: self._said_by_the_edge(function)}
        reply: dict[str, Any] = self.invoke(function, event)
        return reply

    def _said_by_the_edge(self, function: str) -> str:
        variables = self.wiring.resources[function]["Properties"]["Environment"]["Variables"]
        name = self._value(variables[ORIGIN_SECRET])
        return self.aws.get_secret_value(name)["SecretString"]

    def invoke(self, function: str, event: Any) -> Any:
        properties = self.wiring.resources[function]["Properties"]
        module, _, name = properties["Handler"].rpartition(".")
        said = properties["Environment"]["Variables"].items()
        settings = {setting: self._value(value) for setting, value in said}
        with mock.patch.dict(os.environ, settings), self._services():
            handler = importlib.import_module(module)
            _start_anew(handler)
            return getattr(handler, name)(event, CONTEXT)

    def _value(self, value: Any) -> str:
        """What CloudFormation makes of a reference: a table's name; else the logical id."""
        if isinstance(value, str):
            return value
        logical_id: str = value.get("Ref") or value["Fn::GetAtt"][0]
        made = self.wiring.resources.get(logical_id, {})  # a parameter is none
        is_table = made.get("Type") == "AWS::DynamoDB::GlobalTable"
        return self.aws.table(logical_id) if is_table else logical_id

    def _services(self) -> Any:
        def others() -> Any:
            return self.aws

        def tables() -> Any:
            return self.aws.dynamodb

        return mock.patch.multiple(
            clients,
            dynamodb=tables,
            dynamodb_once=tables,
            events=others,
            sqs=others,
            ses=others,
            secrets=others,
            kms=others,
        )

    def settle(self) -> None:
        """Deliver everything, `repeat` times each and in `order`, until nothing new happens."""
        for _ in range(ROUNDS):
            if not (self._stream() or self._bus() or self._queues()):
                return
        raise AssertionError(f"it does not settle: {self.aws.queued}")

    def _stream(self) -> bool:
        heard = False
        for table in list(self.aws.tables.values()):
            records = self._many(self.aws.new_records(table))
            for record in records:
                for function in self.wiring.streamed(record):
                    heard = True
                    assert self.invoke(function, {"Records": [record]}) == {"batchItemFailures": []}
        return heard

    def _bus(self) -> bool:
        events, self.aws.said = self._many(self.aws.said), []
        for event in events:
            for queue in self.wiring.queues_for(event):
                self.aws.queued.append((queue, json.dumps(event)))
        return bool(events)

    def _queues(self) -> bool:
        waiting, self.aws.queued = self._many(self.aws.queued), []
        for queue, body in waiting:
            if not self.read(queue, body):
                self.aws.queued.append((queue, body))
        return bool(waiting)

    def read(self, queue: str, body: str) -> bool:
        """Whether the queue's reader is done with a message; a killed one is not."""
        message = {"messageId": "1", "body": body, "eventSource": "aws:sqs"}
        attributes = {"MessageGroupId": "group", "ApproximateReceiveCount": "1"}
        event = {"Records": [message | {"receiptHandle": "1", "attributes": attributes}]}
        try:
            reply = self.invoke(self.wiring.reader_of(queue), event)
        except KilledError:
            return False
        return bool(reply == {"batchItemFailures": []})

    def _many[T](self, things: list[T]) -> list[T]:
        many = things * self.repeat
        self.order.shuffle(many)
        return many


def _start_anew(handler: Any) -> None:
    """A process of its own has its own wires."""
    parts = [handler, people, edge, importlib.import_module(f"{handler.__package__}")]
    wires = getattr(handler, "wires", None)
    for part in (*parts, *([wires] if wires else [])):
        for value in vars(part).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()
