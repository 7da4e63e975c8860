"""`make deploy STAGE=dev|prod`: the guard, the relay behind it, its files, its first manager."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import Final

from infra.context import StageSaid
from infra.ops import stacks
from infra.ops.act import Act
from infra.ops.agreed import agree, wishes
from infra.ops.cloud import Cloud
from infra.ops.first_manager import appoint
from infra.ops.hands import Hands
from infra.ops.printed import columns, printed
from infra.ops.ready import ready, ready_to_write
from infra.ops.shipment import Shipment
from infra.ops.stack import stack_in
from infra.ops.told import told


def deploy(stage: str, said: StageSaid, hands: Hands) -> Iterator[str]:
    """Raises RefusedError; until the stacks are deployed nothing was created."""
    yield from ready(stage, hands.cloud)
    yield from ready_to_write(stage, said, hands.cloud)
    shipment = hands.pack(stage)
    if stage == "prod":
        shipment.show_changes(stacks.guard(stage), stacks.relay(stage))
        agree("prod", "change what people use", yes=hands.yes, ask=hands.ask)
    guards = _guarded(shipment, hands.cloud)
    _publish(stacks.outputs(hands.cloud, stacks.relay(stage)) or {}, hands)
    shipment.deploy(stacks.relay(stage), guards)
    deployed = stack_in(hands.cloud, stage)
    _publish(deployed.outputs, hands)
    yield from _outcome(deployed.outputs)
    yield from appoint(said.manager, stage, deployed.ask)


def _guarded(shipment: Shipment, cloud: Cloud) -> dict[str, str]:
    """What the relay's stack is told of its guard, deployed first."""
    name = stacks.guard(shipment.stage)
    if not shipment.has(name):
        return {}
    shipment.deploy(name)
    guard = stacks.outputs(cloud, name, stacks.GUARD_REGION) or {}
    return {output: guard[output] for output in stacks.GUARDS if output in guard}


def _publish(outputs: Mapping[str, str], hands: Hands) -> None:
    """Before the pages that name them, where there is a bucket; after, where it is new."""
    if bucket := outputs.get("StaticBucket"):
        hands.publish(bucket, hands.cloud.client("s3"))


def _outcome(outputs: Mapping[str, str]) -> Iterator[str]:
    yield columns(sorted(outputs.items()))
    yield "Operators: AWS mailed each of you a subscription; alarms arrive once it is confirmed."
    yield f"The relay: {outputs.get('PublicUrl', outputs['ApiUrl'])}"


def act(said: Namespace) -> None:
    lapsed = "lapsed" in wishes()
    printed(deploy(said.stage, told(said.stage, lapsed=lapsed), Hands.own(said.stage)))


ACT: Final = Act("deploy", "deploy a stage, or say in one sentence what is missing", act)
