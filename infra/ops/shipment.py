"""A stage synthesized once, so that what was shown is what is deployed."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from infra.ops import stacks

type Cdk = Callable[..., None]
"""infra.ops.cdk.cdk"""


@dataclass(frozen=True, slots=True)
class Shipment:
    """`wishes` are told to the program beside the stage (infra.ops.agreed.wishes)."""

    stage: str
    folder: Path
    cdk: Cdk
    wishes: Mapping[str, str]

    @classmethod
    def packed(cls, stage: str, cdk: Cdk, under: Path, wishes: Mapping[str, str]) -> Self:
        packed = cls(stage, under / stage, cdk, wishes)
        shutil.rmtree(packed.folder, ignore_errors=True)
        cdk("synth", "--quiet", "--output", str(packed.folder), context=packed._context())
        return packed

    def has(self, stack: str) -> bool:
        return (self.folder / f"{stack}.template.json").exists()

    def show_changes(self, *stacks: str) -> None:
        self._run("diff", *filter(self.has, stacks), "--exclusively")

    def deploy(self, stack: str, parameters: Mapping[str, str] | None = None) -> None:
        told = [f"{stack}:{name}={value}" for name, value in (parameters or {}).items()]
        words = [word for one in told for word in ("--parameters", one)]
        self._run("deploy", stack, "--exclusively", "--require-approval", "never", *words)

    def destroy(self, stack: str) -> None:
        self._run("destroy", stack, "--exclusively", "--force")

    def _run(self, act: str, *words: str) -> None:
        self.cdk(act, "--app", str(self.folder), *words, context=self._context())

    def _context(self) -> dict[str, object]:
        return {"stage": self.stage, **self.wishes}


def in_order(stage: str) -> tuple[str, str, str]:
    """As they are destroyed: who leans on another goes before it."""
    return stacks.relay(stage), stacks.guard(stage), stacks.sender(stage)
