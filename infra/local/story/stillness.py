"""Nothing is under way any more: what was committed was said, and what was said was heard."""

import time
from dataclasses import dataclass
from typing import Any, Final, Self

from infra.local.refusal import RefusedError
from infra.local.story.world import World
from shared import clock
from shared.table.outboxes import Outboxes

_LONGEST_S: Final = 60
_LOOK_S: Final = 0.1
_COUNTS: Final = ("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible")


@dataclass(frozen=True, slots=True)
class Stillness:
    """`queues` are those a function reads; where failed messages lie nobody waits for them."""

    outboxes: Outboxes
    sqs: Any
    queues: list[str]
    """The one that was busy last comes first: while it is, nobody looks at the others."""

    @classmethod
    def of(cls, world: World) -> Self:
        sqs = world.clients.client("sqs")
        read = world.clients.functions.list_event_source_mappings()["EventSourceMappings"]
        arns = sorted(one["EventSourceArn"] for one in read if ":sqs:" in one["EventSourceArn"])
        urls = [sqs.get_queue_url(QueueName=arn.split(":")[-1])["QueueUrl"] for arn in arns]
        return cls(Outboxes(world.core), sqs, urls)

    def wait(self) -> None:
        """Two looks in a row find nothing: between two queues nobody is seen.

        Raises:
            RefusedError: it takes too long.
        """
        end, still = time.monotonic() + _LONGEST_S, 0
        while True:
            found = self._under_way()
            still = 0 if found else still + 1
            if still == 2:
                return
            if time.monotonic() > end:
                raise RefusedError(f"the demo stopped: {found} was under way for too long")
            time.sleep(_LOOK_S)

    def _under_way(self) -> str:
        """What is, the first found."""
        busy = next(filter(self._holds, self.queues), "")
        if busy:
            self.queues.remove(busy)
            self.queues.insert(0, busy)
            return busy
        unsaid = next(self.outboxes.older_than(clock.now()), None)
        return unsaid.event_id if unsaid else ""

    def _holds(self, url: str) -> bool:
        asked = self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=[*_COUNTS])
        return any(int(asked["Attributes"][count]) for count in _COUNTS)
