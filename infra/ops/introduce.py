"""`make sender STAGE=`: SES learns of the sender, and says which DNS records it waits for."""

import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from typing import Final

from infra.local.place import ROOT
from infra.ops import stacks
from infra.ops.act import Act
from infra.ops.hands import Hands
from infra.ops.printed import printed
from infra.ops.ready import ready
from infra.ops.told import told

type ShowRecords = Callable[[str], bool]
"""Prints the records of a stage's sender; whether SES has verified it."""


def introduce(stage: str, hands: Hands, show: ShowRecords) -> Iterator[str]:
    """Again and again, until SES has found the records.

    Raises:
        RefusedError
    """
    yield from ready(stage, hands.cloud)
    hands.pack(stage).deploy(stacks.sender(stage))
    if show(stage):
        yield f"Verified. Next: make deploy STAGE={stage}"
    else:
        yield f"Set the records, give DNS its time, and ask again: make sender STAGE={stage}"


def show_records(stage: str) -> bool:
    words = [sys.executable, "-m", "infra.ops.sender", "--stage", stage]
    done = subprocess.run(words, cwd=ROOT, check=False)  # noqa: S603
    return done.returncode == 0


def act(said: Namespace) -> None:
    told(said.stage)
    printed(introduce(said.stage, Hands.own(said.stage), show_records))


ACT: Final = Act("sender", "let SES know the sender; say which DNS records to set", act)
