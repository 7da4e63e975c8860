"""`make sender STAGE=`: SES learns of the sender, and says which DNS records it waits for."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Final

from infra.ops import stacks
from infra.ops.act import Act
from infra.ops.agreed import wishes
from infra.ops.hands import Hands
from infra.ops.printed import printed
from infra.ops.ready import ready
from infra.ops.sender import found
from infra.ops.told import told
from infra.stage import Stage, stage_of


def introduce(stage: Stage, hands: Hands) -> Iterator[str]:
    """Again and again, until SES has found the records.

    Raises:
        RefusedError
    """
    yield from ready(stage.name, hands.cloud)
    hands.pack(stage.name).deploy(stacks.sender(stage.name))
    yield from found(stage, hands.cloud.client("sesv2"))


def act(said: Namespace) -> None:
    stage = stage_of(said.stage, told(said.stage, lapsed="lapsed" in wishes()))
    printed(introduce(stage, Hands.own(stage.name)))


ACT: Final = Act("sender", "let SES know the sender; say which DNS records to set", act)
