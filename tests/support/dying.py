"""A table whose process dies around one of its requests."""

from dataclasses import dataclass, field
from typing import Any

from shared.table.commit import Table


class Killed(BaseException):
    """Nothing of ours catches this, as nothing catches a kill."""


@dataclass
class Dying:
    """A DynamoDB client that is killed before its `nth` request, or after it was done."""

    client: Any
    nth: int
    done: bool
    asked: int = field(default=0)

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self.client, name)

        def ask(*said: Any, **arguments: Any) -> Any:
            self.asked += 1
            if self.asked == self.nth and not self.done:
                raise Killed
            answer = asked(*said, **arguments)
            if self.asked == self.nth:
                raise Killed
            return answer

        return ask


def dying(table: Table, nth: int, *, done: bool) -> Table:
    client: Any = Dying(table.client, nth, done)
    return Table(table.name, client)
