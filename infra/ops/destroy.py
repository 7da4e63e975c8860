"""`make destroy STAGE=dev`: everything of a stage goes, its data too. Never prod."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from infra.ops import stacks
from infra.ops.account import account_of
from infra.ops.act import Act
from infra.ops.agreed import agree
from infra.ops.hands import Hands
from infra.ops.printed import printed
from infra.ops.refusal import RefusedError
from infra.ops.shipment import in_order
from infra.ops.told import told

HOLD_FILES: Final = ("StaticBucket", "CvBucket", "ImportBucket")
"""The outputs that name a bucket CloudFormation would not delete."""


def destroy(stage: str, hands: Hands) -> Iterator[str]:
    """Raises RefusedError."""
    account = account_of(hands.cloud)
    what = f"destroy {', '.join(in_order(stage))} and their data in account {account}"
    agree(stage, what, yes=hands.yes, ask=hands.ask)
    shipment = hands.pack(stage)
    deployed = stacks.outputs(hands.cloud, stacks.relay(stage)) or {}
    for bucket in filter(None, map(deployed.get, HOLD_FILES)):
        empty(bucket, hands.cloud.client("s3"))
        yield f"{bucket} is empty."
    for name in in_order(stage):
        if shipment.has(name):
            shipment.destroy(name)
    yield f"{stage} is gone from account {account}."


def empty(bucket: str, s3: Any) -> None:
    """Every version too: CloudFormation deletes no bucket that holds something.

    Raises:
        RefusedError: a file stayed.
    """
    for page in s3.get_paginator("list_object_versions").paginate(Bucket=bucket):
        held = page.get("Versions", []) + page.get("DeleteMarkers", [])
        gone = [{"Key": each["Key"], "VersionId": each["VersionId"]} for each in held]
        if gone:
            answer = s3.delete_objects(Bucket=bucket, Delete={"Objects": gone, "Quiet": True})
            if kept := answer.get("Errors"):
                raise RefusedError(f"{bucket} keeps {len(kept)} files: {kept[0].get('Message')}")


def act(said: Namespace) -> None:
    if said.stage == "prod":
        raise RefusedError("prod is never destroyed from here; docs/deploy.md says how to end it")
    told(said.stage, lapsed=True)
    hands = replace(Hands.own(said.stage), wishes={"lapsed": "yes"})
    printed(destroy(said.stage, hands))


ACT: Final = Act("destroy", "take a stage down, its data too; never prod", act)
