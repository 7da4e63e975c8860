"""What an operator types, typed: the CDK CLI over HTTP against an account with nothing in it."""

from pathlib import Path

import httpx
import pytest

from infra.ops.cdk import cdk
from infra.ops.refusal import RefusedError
from tests.cli.account import REGIONS, Account
from tests.cli.shipment import Shipment

MAIN = "CareerRelay-dev"


@pytest.mark.live
@pytest.mark.xdist_group("cli")
@pytest.mark.timeout(480)  # ten commands, each a Node and most a CloudFormation deployment
def test_a_stage_is_deployed_answers_is_left_alone_and_is_destroyed(
    empty: Account, tmp_path: Path
) -> None:
    stacks = empty.cdk_says("list", "--output", str(tmp_path / "cdk.out")).split()
    shipment = Shipment(empty, tmp_path / "cdk.out")
    assert MAIN in stacks

    empty.cdk("bootstrap", *empty.environments, *shipment.app)
    shipment.deploy(stacks)
    assert health(empty, shipment.outputs[MAIN]) == httpx.codes.OK

    for stack in stacks:
        only = [stack, "--exclusively", *shipment.app]
        told = empty.cdk_says("diff", "--fail", *only, *shipment.told(stack))
        assert "There were no differences" in told
        assert f"{stack} (no changes)" in empty.cdk_says("deploy", *only)

    for stack in reversed(shipment.outputs):
        empty.cdk("destroy", stack, "--exclusively", "--force", *shipment.app)
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


def test_what_the_program_refuses_is_shown_and_refused(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with pytest.raises(RefusedError, match="`cdk list` failed; the lines above say why"):
        cdk("list", "--output", str(tmp_path / "cdk.out"), context={"stage": "moon"})
    assert "stage is one of local, dev, prod, not moon" in capfd.readouterr().err
