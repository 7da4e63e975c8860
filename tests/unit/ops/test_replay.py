"""Facts of the archive are said again only for a window that is in it, and only on a word."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from infra.ops.refusal import RefusedError
from infra.ops.replay import Archive, archive_of, replay
from infra.ops.window import Kept, Window
from tests.unit.ops.stubbed import Stubbed

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
BUS, ARN = "arn:aws:events:x:1:event-bus/career-relay", "arn:aws:events:x:1:archive/facts"
KEPT = Kept(NOW - timedelta(days=200), 90)
ARCHIVE = Archive("facts", ARN, BUS, KEPT)
HOUR = Window.read("2026-03-02T09:00+09:00", "2026-03-02T10:00+09:00")


@pytest.mark.parametrize(
    ("begin", "end", "why"),
    [
        ("", "2026-03-02T10:00Z", "FROM= is no time; for example FROM=2026-03-02T09:00"),
        ("2026-03-02T10:00Z", "noon", "TO=noon is no time"),
        ("2026-03-02T10:00", "2026-03-02T11:00Z", "FROM=.* does not say of which zone"),
        ("2026-03-02T10:00Z", "2026-03-02T10:00Z", "is not before"),
        ("2026-03-02T10:00Z", "2026-03-02T18:00+09:00", "is not before"),
    ],
)
def test_a_window_nobody_can_read_is_refused(begin: str, end: str, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        Window.read(begin, end)


def around(begin: timedelta, end: timedelta) -> Window:
    return Window(NOW + begin, NOW + end)


@pytest.mark.parametrize(
    ("window", "kept", "why"),
    [
        (around(timedelta(days=-91), timedelta()), KEPT, "FROM is before"),
        (around(timedelta(days=-2), timedelta()), Kept(NOW - timedelta(days=1), 90), "FROM is bef"),
        (around(timedelta(days=-201), timedelta()), Kept(KEPT.since, 0), "FROM is before"),
        (around(timedelta(days=-1), timedelta(hours=1)), KEPT, "still to come"),
    ],
)
def test_a_window_outside_the_archive_is_refused(window: Window, kept: Kept, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        window.check_kept(kept, NOW)


def test_an_archive_without_an_end_keeps_all_since_it_began() -> None:
    around(timedelta(days=-199), timedelta()).check_kept(Kept(KEPT.since, 0), NOW)


def test_without_a_word_the_archive_and_the_window_are_shown_alone(cloud: Stubbed) -> None:
    said = "\n".join(replay(ARCHIVE, HOUR, cloud.client("events"), NOW, go=False))
    assert "facts" in said and BUS in said
    assert "2026-03-02T09:00:00+09:00 - 2026-03-02T10:00:00+09:00" in said
    assert "Nothing was said" in said


def test_on_a_word_the_archive_is_said_on_its_own_bus(cloud: Stubbed) -> None:
    asked = {
        "ReplayName": "relay-20260302T120000Z",
        "EventSourceArn": ARN,
        "EventStartTime": HOUR.begin,
        "EventEndTime": HOUR.end,
        "Destination": {"Arn": BUS},
    }
    cloud.answers("events", "start_replay", {"State": "STARTING"}, asked)
    list(replay(ARCHIVE, HOUR, cloud.client("events"), NOW, go=True))
    cloud.check_all_asked()


def holds(cloud: Stubbed, *kinds: str) -> None:
    told: list[Any] = [
        {
            "LogicalResourceId": kind,
            "PhysicalResourceId": "facts",
            "ResourceType": kind,
            "LastUpdatedTimestamp": NOW,
            "ResourceStatus": "CREATE_COMPLETE",
        }
        for kind in kinds
    ]
    said = {"StackResourceSummaries": told}
    asked = {"StackName": "CareerRelay-dev"}
    cloud.answers("cloudformation", "list_stack_resources", said, asked)


def test_the_stacks_own_archive_is_found(cloud: Stubbed) -> None:
    holds(cloud, "AWS::SQS::Queue", "AWS::Events::Archive")
    told = {"ArchiveArn": ARN, "EventSourceArn": BUS, "RetentionDays": 90}
    said = told | {"CreationTime": KEPT.since}
    cloud.answers("events", "describe_archive", said, {"ArchiveName": "facts"})
    assert archive_of(cloud, "dev") == ARCHIVE


def test_a_stage_without_an_archive_says_so(cloud: Stubbed) -> None:
    holds(cloud, "AWS::SQS::Queue")
    with pytest.raises(RefusedError, match="dev keeps no archive"):
        archive_of(cloud, "dev")


def test_an_archive_that_is_a_record_only_is_told_so(cloud: Stubbed) -> None:
    holds(cloud, "AWS::Events::Archive")
    cloud.refuses("events", "describe_archive", "ResourceNotFoundException")
    with pytest.raises(RefusedError, match="a local relay keeps none"):
        archive_of(cloud, "dev")
