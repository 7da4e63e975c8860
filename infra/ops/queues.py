"""Queues as an operator needs them: how many wait, away with them, back with them."""

import time
from dataclasses import dataclass
from typing import Any, Final, Protocol

from infra.ops.refusal import RefusedError

_LONGEST_S: Final = 120
_LOOK_S: Final = 1.0


class Queues(Protocol):
    def waiting(self, url: str) -> int: ...

    def purge(self, url: str) -> None: ...

    def move(self, lost: str, to: str) -> int:
        """How many went; none is lost on the way. Raises RefusedError."""
        ...


@dataclass(frozen=True, slots=True)
class SqsQueues:
    sqs: Any

    def waiting(self, url: str) -> int:
        """Those somebody holds just now, too."""
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        said = self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]
        return sum(int(said[name]) for name in names)

    def purge(self, url: str) -> None:
        self.sqs.purge_queue(QueueUrl=url)

    def arn(self, url: str) -> str:
        said = self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
        return str(said["Attributes"]["QueueArn"])


@dataclass(frozen=True, slots=True)
class MovedByTask(SqsQueues):
    """SQS moves them itself; to a queue we name, for a rule's lost events came from no queue."""

    def move(self, lost: str, to: str) -> int:
        source = self.arn(lost)
        before = self._newest(source).get("StartedTimestamp")
        self.sqs.start_message_move_task(SourceArn=source, DestinationArn=self.arn(to))
        task = self._ended(source, before)
        moved = int(task.get("ApproximateNumberOfMessagesMoved", 0))
        match task.get("Status", "RUNNING"):
            case "COMPLETED":
                return moved
            case "RUNNING":
                raise RefusedError(f"SQS is still moving them, {moved} so far; look again later")
            case status:
                why = task.get("FailureReason", status)
                raise RefusedError(f"SQS moved {moved} messages, then stopped: {why}")

    def _ended(self, source: str, before: object) -> Any:
        """The task that began after `before`, as far as it came within two minutes."""
        end = time.monotonic() + _LONGEST_S
        while True:
            task = self._newest(source)
            new = task.get("StartedTimestamp") != before
            if (new and task["Status"] != "RUNNING") or time.monotonic() > end:
                return task if new else {}
            time.sleep(_LOOK_S)

    def _newest(self, source: str) -> Any:
        found = self.sqs.list_message_move_tasks(SourceArn=source, MaxResults=1)["Results"]
        return found[0] if found else {}


@dataclass(frozen=True, slots=True)
class MovedOneByOne(SqsQueues):
    """Where there are no such tasks. Sent before deleted: cut short, one may go twice."""

    def move(self, lost: str, to: str) -> int:
        """As many as waited when it began; what fails anew comes back and stays."""
        moved, limit = 0, self.waiting(lost)
        while moved < limit and (message := self._next(lost)):
            self.sqs.send_message(QueueUrl=to, **_as_sent(message))
            self.sqs.delete_message(QueueUrl=lost, ReceiptHandle=message["ReceiptHandle"])
            moved += 1
        return moved

    def _next(self, lost: str) -> Any:
        received = self.sqs.receive_message(
            QueueUrl=lost,
            MaxNumberOfMessages=1,
            MessageAttributeNames=["All"],
            MessageSystemAttributeNames=["MessageGroupId"],
        )
        return next(iter(received.get("Messages", [])), None)


def _as_sent(message: Any) -> dict[str, Any]:
    """A new deduplication id: under the old one a FIFO queue takes nothing for five minutes."""
    sent = {"MessageBody": message["Body"]}
    if attributes := message.get("MessageAttributes"):
        sent["MessageAttributes"] = attributes
    if group := message.get("Attributes", {}).get("MessageGroupId"):
        sent |= {"MessageGroupId": group, "MessageDeduplicationId": message["MessageId"]}
    return sent
