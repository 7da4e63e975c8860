"""Every stack of a synthesized stage, deployed one by one as each learns what it has to be told."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.cli.account import Account


@dataclass
class Shipment:
    """`outputs` of the stacks deployed so far, in their order."""

    account: Account
    assembly: Path
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)

    def deploy(self, stacks: list[str]) -> None:
        """A parameter without a default is another stack's output of the same name."""
        while waiting := [stack for stack in stacks if stack not in self.outputs]:
            ready = [stack for stack in waiting if self.asked_of(stack) <= self.known.keys()]
            assert ready, f"nobody tells {waiting} what they ask"
            self._deploy(ready[0])

    def _deploy(self, stack: str) -> None:
        file = self.assembly.with_name(f"{stack}.outputs.json")
        words = [stack, "--exclusively", "--require-approval", "never", "--outputs-file", str(file)]
        self.account.cdk("deploy", *words, *self.told(stack), *self.app)
        self.outputs[stack] = json.loads(file.read_text()).get(stack, {})

    def told(self, stack: str) -> list[str]:
        told = [f"{stack}:{name}={self.known[name]}" for name in sorted(self.asked_of(stack))]
        return [word for one in told for word in ("--parameters", one)]

    @property
    def app(self) -> tuple[str, str]:
        return "--app", str(self.assembly)

    @property
    def known(self) -> dict[str, str]:
        return {name: value for of in self.outputs.values() for name, value in of.items()}

    def asked_of(self, stack: str) -> set[str]:
        template = json.loads((self.assembly / f"{stack}.template.json").read_text())
        return set(self._without_default(template.get("Parameters", {})))

    def _without_default(self, parameters: dict[str, dict[str, str]]) -> Iterator[str]:
        return (name for name, about in parameters.items() if "Default" not in about)
