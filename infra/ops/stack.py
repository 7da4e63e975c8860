"""A deployed stack, and how to ask its functions something."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import boto3
from botocore.config import Config

from infra.local.aws import Clients
from infra.local.deployed import Deployed
from infra.local.place import Place

if TYPE_CHECKING:
    from mypy_boto3_lambda import LambdaClient

_PATIENT: Final = Config(read_timeout=900, retries={"total_max_attempts": 1})


class RefusedError(Exception):
    """One sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Stack:
    outputs: Mapping[str, str]
    functions: "LambdaClient"

    def ask(self, output: str, event: Mapping[str, Any]) -> Any:
        """Raises RefusedError, with what the function said."""
        payload = json.dumps(event).encode()
        answer = self.functions.invoke(FunctionName=self.outputs[output], Payload=payload)
        said = json.loads(answer["Payload"].read())
        if "FunctionError" in answer:
            raise RefusedError(f"{said.get('errorType')}: {said.get('errorMessage')}")
        return said


def stack(stage: str) -> Stack:
    """Raises RefusedError: nothing is deployed there."""
    return _local() if stage == "local" else _on_aws(stage)


def _local() -> Stack:
    place = Place.named_by_environment()
    deployed, port = Deployed.to(place), place / "engine-port"
    if deployed is None or not place.outputs.exists():
        raise RefusedError("no relay runs here; start one with `make run`")
    endpoint = f"http://127.0.0.1:{port.read_text()}"
    return Stack(deployed.outputs, Clients(endpoint).functions)


def _on_aws(stage: str) -> Stack:
    name = f"CareerRelay-{stage}"
    found = boto3.client("cloudformation").describe_stacks(StackName=name)["Stacks"][0]
    outputs = {o["OutputKey"]: o["OutputValue"] for o in found.get("Outputs", [])}
    return Stack(outputs, boto3.client("lambda", config=_PATIENT))
