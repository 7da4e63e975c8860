from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from shared.contracts.events import Event
from shared.domain.errors import AlreadyDone, RelayError, Unavailable
from shared.domain.outbox import Said
from tests.support.fakes.memory import Memory


@dataclass
class FakeOutbox:
    """An outbox; what is in `clinging` it does not let go of."""

    memory: Memory
    clinging: dict[str, RelayError] = field(default_factory=dict)

    def forget(self, said: Said) -> None:
        if said.event_id in self.clinging:
            raise self.clinging[said.event_id]
        self.memory.outbox.pop(said.event_id, None)

    def older_than(self, before: datetime) -> Iterator[Said]:
        waiting = sorted(self.memory.outbox.values(), key=lambda late: late[0])
        yield from [said for at, said in waiting if at < before]

    def say(self, event: Event) -> None:
        self.memory.begin()
        if event.event_id in self.memory.outbox:
            raise AlreadyDone("this was done before")
        self.memory.say(event)


@dataclass
class FakeVoice:
    """Who listens, and to what nobody does."""

    heard: list[Said] = field(default_factory=list)
    deaf_to: set[str] = field(default_factory=set)

    def say(self, said: Said) -> None:
        if said.event_id in self.deaf_to:
            raise Unavailable(said.event_id)
        self.heard.append(said)
