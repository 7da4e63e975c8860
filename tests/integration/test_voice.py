"""The bus and the counting queue, as AWS answers them."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from unittest.mock import create_autospec

import boto3
import pytest
from botocore.exceptions import EndpointConnectionError
from moto import mock_aws

from shared.aws.voice import AwsVoice
from shared.domain.errors import Unavailable
from shared.domain.outbox import SOURCE, Said

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

SAID = Said("milestone:co_1:1", "MilestoneReached", '{"number": 1}', "bus", "co_1")
QUEUED = replace(SAID, to="count")


@pytest.fixture
def sqs() -> Iterator["SQSClient"]:
    with mock_aws():
        yield boto3.client("sqs")


@pytest.fixture
def voice(sqs: "SQSClient") -> AwsVoice:
    fifo: Any = {"FifoQueue": "true"}
    queue = sqs.create_queue(QueueName="count.fifo", Attributes=fifo)["QueueUrl"]
    events = boto3.client("events")
    events.create_event_bus(Name="relay")
    return AwsVoice("relay", queue, events, sqs)


def heard(voice: AwsVoice) -> list[Any]:
    found = voice.sqs.receive_message(QueueUrl=voice.queue_url, MaxNumberOfMessages=10)
    return found.get("Messages", [])


def test_a_fact_for_the_bus_goes_to_the_bus_alone(voice: AwsVoice) -> None:
    events = create_autospec(voice.events, instance=True)
    events.put_events.side_effect = voice.events.put_events
    replace(voice, events=events).say(SAID)
    [asked] = events.put_events.call_args_list
    [entry] = asked.kwargs["Entries"]
    assert (entry["EventBusName"], entry["Source"]) == ("relay", SOURCE)
    assert (entry["DetailType"], entry["Detail"]) == ("MilestoneReached", '{"number": 1}')
    assert heard(voice) == []


def test_an_event_the_bus_drops_with_a_200_is_not_said(voice: AwsVoice) -> None:
    events = create_autospec(voice.events, instance=True)
    events.put_events.return_value = {"FailedEntryCount": 1, "Entries": [{"ErrorCode": "x"}]}
    with pytest.raises(Unavailable):
        replace(voice, events=events).say(SAID)


def test_a_bus_that_cannot_be_reached_is_unavailable(voice: AwsVoice) -> None:
    events = create_autospec(voice.events, instance=True)
    events.put_events.side_effect = EndpointConnectionError(endpoint_url="https://events")
    with pytest.raises(Unavailable):
        replace(voice, events=events).say(SAID)


def test_a_queue_that_is_gone_is_unavailable(voice: AwsVoice) -> None:
    voice.sqs.delete_queue(QueueUrl=voice.queue_url)
    with pytest.raises(Unavailable):
        voice.say(QUEUED)


def test_a_verified_registration_said_twice_is_queued_once_in_its_companys_line(
    voice: AwsVoice,
) -> None:
    voice.say(QUEUED)
    voice.say(QUEUED)
    [message] = heard(voice)
    assert json.loads(message["Body"]) == {"number": 1}
