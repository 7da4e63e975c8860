"""`make replay STAGE= FROM= TO= [GO=1]`: the archive's facts, said on the bus once more."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from botocore.exceptions import ClientError

from infra.ops import stacks
from infra.ops.act import Act
from infra.ops.cloud import Cloud, cloud
from infra.ops.printed import printed
from infra.ops.refusal import RefusedError
from infra.ops.window import Kept, Window


@dataclass(frozen=True, slots=True)
class Archive:
    name: str
    arn: str
    bus: str
    kept: Kept


def replay(
    archive: Archive, window: Window, events: Any, now: datetime, *, go: bool
) -> Iterator[str]:
    """Raises RefusedError: the archive does not reach that far."""
    window.check_kept(archive.kept, now)
    yield f"{archive.name} -> {archive.bus}\n{window} (Tokyo)"
    if not go:
        yield "Nothing was said. With GO=1 every reader hears them once more; none acts twice."
        return
    name = f"relay-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    events.start_replay(
        ReplayName=name,
        EventSourceArn=archive.arn,
        EventStartTime=window.begin,
        EventEndTime=window.end,
        Destination={"Arn": archive.bus},
    )
    yield f"Started. How far it is: aws events describe-replay --replay-name {name}"


def archive_of(where: Cloud, stage: str) -> Archive:
    """Raises RefusedError: this stage keeps none."""
    pages = where.client("cloudformation").get_paginator("list_stack_resources")
    for page in pages.paginate(StackName=stacks.relay(stage)):
        for resource in page["StackResourceSummaries"]:
            if resource["ResourceType"] == "AWS::Events::Archive":
                return described(where.client("events"), resource["PhysicalResourceId"])
    raise RefusedError(f"{stage} keeps no archive of what was said")


def described(events: Any, name: str) -> Archive:
    """Raises RefusedError: it is named and not there, as on a local relay."""
    try:
        said = events.describe_archive(ArchiveName=name)
    except ClientError as error:
        if error.response["Error"]["Code"] == "ResourceNotFoundException":
            raise RefusedError(f"there is no archive {name}; a local relay keeps none") from None
        raise
    kept = Kept(said["CreationTime"], said.get("RetentionDays", 0))
    return Archive(name, said["ArchiveArn"], said["EventSourceArn"], kept)


def act(said: Namespace) -> None:
    window = Window.read(said.begin, said.end)
    where = cloud(said.stage)
    archive, events = archive_of(where, said.stage), where.client("events")
    printed(replay(archive, window, events, datetime.now(UTC), go=said.go == "1"))


def asks(parser: ArgumentParser) -> None:
    parser.add_argument("--from", dest="begin", default="", help="2026-03-02T09:00+09:00")
    parser.add_argument("--to", dest="end", default="", help="2026-03-02T10:00+09:00")
    parser.add_argument("--go", default="", help="1: do it; else only say what would be done")


ACT: Final = Act("replay", "say archived facts again; only with --go=1", act, asks)
