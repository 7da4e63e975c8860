"""`make deploy` and `make destroy`, as they work, against an account with nothing in it."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from infra.context import said_of
from infra.ops.cdk import cdk
from infra.ops.deploy import deploy
from infra.ops.destroy import destroy
from infra.ops.hands import Hands, publish_statics
from infra.ops.introduce import introduce
from infra.ops.refusal import RefusedError
from infra.ops.stacks import outputs, relay
from infra.stage import stage_of
from tests.cli.account import REGIONS, Account
from tests.support.assembly import CONTEXT, synthesized

SAID = said_of("dev", CONTEXT["dev"]["dev"])


@dataclass(frozen=True)
class Cloud:
    account: Account
    region: str = "ap-northeast-1"

    def client(self, service: Any, region: str = "") -> Any:
        return self.account.in_region(region or self.region).client(service)


def hands(there: Account, out: Path, *, anew: bool = False) -> Hands:
    """What all tests read is what is sent; `anew`: the CLI runs the program itself."""

    def ours(*words: str, context: Mapping[str, object]) -> None:
        if words[0] == "synth" and not anew:
            shutil.copytree(synthesized("dev"), words[-1])
        else:
            cdk(*words, context=CONTEXT["dev"], environment=there.surroundings)

    return Hands(Cloud(there), ours, publish_statics, yes="dev", ask=None, out=out)


@pytest.mark.live
@pytest.mark.timeout(900)
@pytest.mark.xdist_group("cli")
def test_a_deploy_says_what_is_missing_then_goes_through_and_can_be_taken_down(
    empty: Account, tmp_path: Path
) -> None:
    doing = hands(empty, tmp_path / "cdk.out")
    by_itself = hands(empty, tmp_path / "cdk.out", anew=True)

    def said(doing: Hands = doing) -> str:
        return "\n".join(deploy("dev", SAID, doing))

    with pytest.raises(RefusedError, match="npx cdk bootstrap -c stage=dev"):
        said()
    shutil.copytree(synthesized("dev"), tmp_path / "read")
    empty.cdk("bootstrap", "--app", str(tmp_path / "read"), *empty.environments)
    with pytest.raises(RefusedError, match="make sender STAGE=dev"):
        said()
    *_, verified = introduce(stage_of("dev", SAID), doing)
    assert verified.endswith("make deploy STAGE=dev")

    assert "cra_dev_" in said(), "the first deploy shows the agency's key"
    again = said(by_itself)
    assert "nothing changed" in again and "cra_dev_" not in again
    assert health(empty, outputs(Cloud(empty), relay("dev")) or {}) == httpx.codes.OK

    list(destroy("dev", doing))
    assert {region: left(empty, region) for region in REGIONS} == {
        region: set() for region in REGIONS
    }


def health(there: Account, stack: dict[str, str]) -> int:
    """Of the deployed API, asked as the edge would ask it."""
    secrets = there.in_region(REGIONS[0]).secrets
    secret = secrets.get_secret_value(SecretId=stack["OriginSecretId"])["SecretString"]
    url = f"{there.endpoint}/_aws/execute-api/{stack['ApiId']}/$default/healthz"
    headers = {"x-relay-origin": secret}
    return httpx.get(url, headers=headers, timeout=60, trust_env=False).status_code


def left(there: Account, region: str) -> set[str]:
    """What is there besides the CLI's own stack."""
    clients = there.in_region(region)
    stacks = clients.cloudformation.describe_stacks()["Stacks"]
    tables = clients.client("dynamodb").list_tables()["TableNames"]
    functions = clients.functions.list_functions()["Functions"]
    queues = clients.client("sqs").list_queues().get("QueueUrls", [])
    buckets = clients.s3.list_buckets()["Buckets"]
    names = {
        *(stack["StackName"] for stack in stacks),
        *tables,
        *(function["FunctionName"] for function in functions),
        *queues,
        *(bucket["Name"] for bucket in buckets if not bucket["Name"].startswith("cdk-")),
    }
    return names - {"CDKToolkit"}
