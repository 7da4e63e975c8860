"""Dead letters go back whole: by SQS's own task, or one by one where there is none."""

from collections.abc import Iterator
from itertools import count
from typing import Any

import boto3
import pytest
from moto import mock_aws

from infra.ops.queues import MovedByTask, MovedOneByOne
from infra.ops.refusal import RefusedError
from tests.unit.ops.stubbed import HOME, Stubbed

LOST, TO = "https://sqs.example/1/lost", "https://sqs.example/1/facts"


@pytest.fixture
def sqs() -> Iterator[Any]:
    with mock_aws():
        yield boto3.client("sqs", region_name=HOME)


def queue(sqs: Any, name: str) -> str:
    attributes = {"FifoQueue": "true"} if name.endswith(".fifo") else {}
    return str(sqs.create_queue(QueueName=name, Attributes=attributes)["QueueUrl"])


def received(sqs: Any, url: str) -> list[Any]:
    asked = {"MessageAttributeNames": ["All"], "MessageSystemAttributeNames": ["All"]}
    said = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, **asked)
    return list(said.get("Messages", []))


def test_one_by_one_every_message_arrives_once_and_leaves_nothing(sqs: Any) -> None:
    lost, to = queue(sqs, "lost"), queue(sqs, "facts")
    for n in range(3):
        word = {"n": {"StringValue": str(n), "DataType": "String"}}
        sqs.send_message(QueueUrl=lost, MessageBody=f"fact {n}", MessageAttributes=word)
    moving = MovedOneByOne(sqs)
    assert moving.move(lost, to) == 3
    assert (moving.waiting(lost), moving.waiting(to)) == (0, 3)
    arrived = {m["Body"]: m["MessageAttributes"]["n"]["StringValue"] for m in received(sqs, to)}
    assert arrived == {f"fact {n}": str(n) for n in range(3)}


def test_what_fails_anew_while_it_moves_is_not_chased(sqs: Any) -> None:
    lost = queue(sqs, "lost")
    sqs.send_message(QueueUrl=lost, MessageBody="fact")
    assert MovedOneByOne(sqs).move(lost, lost) == 1


def test_one_of_an_ordered_queue_keeps_its_group_and_is_not_taken_for_a_repeat(sqs: Any) -> None:
    lost, to = queue(sqs, "lost.fifo"), queue(sqs, "facts.fifo")
    sent = {"MessageBody": "fact", "MessageGroupId": "acme", "MessageDeduplicationId": "reg_1"}
    sqs.send_message(QueueUrl=to, **sent)
    [tried] = received(sqs, to)
    sqs.delete_message(QueueUrl=to, ReceiptHandle=tried["ReceiptHandle"])
    sqs.send_message(QueueUrl=lost, **sent)
    assert MovedOneByOne(sqs).move(lost, to) == 1
    [arrived] = received(sqs, to)
    assert (arrived["Body"], arrived["Attributes"]["MessageGroupId"]) == ("fact", "acme")


def test_a_message_that_cannot_be_sent_stays_where_it_is(sqs: Any) -> None:
    lost = queue(sqs, "lost")
    sqs.send_message(QueueUrl=lost, MessageBody="fact")
    moving = MovedOneByOne(sqs)
    with pytest.raises(sqs.exceptions.QueueDoesNotExist):
        moving.move(lost, f"{lost}-gone")
    assert moving.waiting(lost) == 1


def arn(cloud: Stubbed, url: str, name: str) -> None:
    asked = {"QueueUrl": url, "AttributeNames": ["QueueArn"]}
    said = {"Attributes": {"QueueArn": f"arn:{name}"}}
    cloud.answers("sqs", "get_queue_attributes", said, asked)


def task(cloud: Stubbed, *looks: dict[str, Any]) -> None:
    """What SQS tells of its newest task, look by look: an old one, then ours."""
    arn(cloud, LOST, "lost")
    newest = {"SourceArn": "arn:lost", "MaxResults": 1}
    old = {"Status": "COMPLETED", "StartedTimestamp": 1, "ApproximateNumberOfMessagesMoved": 9}
    cloud.answers("sqs", "list_message_move_tasks", {"Results": [old]}, newest)
    arn(cloud, TO, "facts")
    asked = {"SourceArn": "arn:lost", "DestinationArn": "arn:facts"}
    cloud.answers("sqs", "start_message_move_task", {"TaskHandle": "t"}, asked)
    for told in (old, *({"StartedTimestamp": 2} | look for look in looks)):
        cloud.answers("sqs", "list_message_move_tasks", {"Results": [told]}, newest)


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)


def test_a_task_is_told_where_they_go_and_waited_for(cloud: Stubbed) -> None:
    done = {"Status": "COMPLETED", "ApproximateNumberOfMessagesMoved": 3}
    task(cloud, {"Status": "RUNNING", "ApproximateNumberOfMessagesMoved": 1}, done)
    assert MovedByTask(cloud.client("sqs")).move(LOST, TO) == 3
    cloud.check_all_asked()


def test_a_task_that_stops_is_told_with_its_reason(cloud: Stubbed) -> None:
    failed = {"FailureReason": "AccessDenied", "ApproximateNumberOfMessagesMoved": 1}
    task(cloud, {"Status": "FAILED"} | failed)
    with pytest.raises(RefusedError, match="moved 1 messages, then stopped: AccessDenied"):
        MovedByTask(cloud.client("sqs")).move(LOST, TO)


def test_a_task_that_takes_long_is_not_called_done(
    cloud: Stubbed, monkeypatch: pytest.MonkeyPatch
) -> None:
    task(cloud, {"Status": "RUNNING", "ApproximateNumberOfMessagesMoved": 7})
    clock = count(0, 70)
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    with pytest.raises(RefusedError, match="still moving them, 7 so far"):
        MovedByTask(cloud.client("sqs")).move(LOST, TO)
