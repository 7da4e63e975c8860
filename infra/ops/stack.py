"""A deployed stack, and how to ask its functions something."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from infra.ops import stacks
from infra.ops.cloud import Cloud, cloud
from infra.ops.refusal import RefusedError as RefusedError


@dataclass(frozen=True, slots=True)
class Stack:
    outputs: Mapping[str, str]
    functions: Any

    def ask(self, output: str, event: Mapping[str, Any]) -> Any:
        """Raises RefusedError, with what the function said."""
        if output not in self.outputs:
            raise RefusedError(f"the stack tells no {output}: its deploy did not end well")
        payload = json.dumps(event).encode()
        answer = self.functions.invoke(FunctionName=self.outputs[output], Payload=payload)
        said = json.loads(answer["Payload"].read())
        if "FunctionError" in answer:
            raise RefusedError(f"{said.get('errorType')}: {said.get('errorMessage')}")
        return said


def stack(stage: str) -> Stack:
    """Raises RefusedError: nothing is deployed there."""
    return stack_in(cloud(stage), stage)


def stack_in(where: Cloud, stage: str) -> Stack:
    name = stacks.relay(stage)
    told = stacks.outputs(where, name)
    if told is None:
        raise RefusedError(
            f"{name} is not deployed in {where.region}; `make deploy STAGE={stage}` does it"
        )
    return Stack(told, where.client("lambda"))
