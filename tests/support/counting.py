"""A DynamoDB client that remembers what was asked with it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.support.table import client

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


@dataclass
class Counted:
    client: "DynamoDBClient" = field(default_factory=client)
    _asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.client.meta.events.register("before-call.dynamodb", self._note)

    def _note(self, model: Any, **_: Any) -> None:
        self._asked.append(model.name)

    def since(self) -> list[str]:
        """The operations asked for since this was called last."""
        asked, self._asked = self._asked, []
        return asked
