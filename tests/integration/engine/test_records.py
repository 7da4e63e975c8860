"""A template with what the engine does not know: deployed, updated, taken away; and what is not."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.exceptions import ClientError

from infra.local.deploy import settled
from infra.local.records import MATHS, TYPES, records_in
from tests.support.in_process import answered
from tests.support.records import SECRET, released, template

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient

STACK = "Records"


def inside(service: Any) -> Any:
    client: Any = boto3.client(service, region_name="ap-northeast-1")
    client.meta.events.register("before-send", answered)
    return client


@pytest.fixture
def cloudformation(monkeypatch: pytest.MonkeyPatch) -> Iterator["CloudFormationClient"]:
    """The engine in this process, with these two fixes and no longer than a test."""
    client: CloudFormationClient = inside("cloudformation")
    client.list_stacks()  # the engine is imported now
    from ministack.services.cloudformation import provisioners

    from infra.local.fixes import maths, records

    known = provisioners._RESOURCE_HANDLERS
    monkeypatch.setattr(provisioners, "_RESOURCE_HANDLERS", dict(known))
    records.install()
    maths.install()
    yield client
    client.delete_stack(StackName=STACK)


def test_a_template_with_all_of_them_is_deployed_and_updated(
    cloudformation: "CloudFormationClient",
) -> None:
    cloudformation.create_stack(StackName=STACK, TemplateBody=template())
    first = settled(cloudformation, STACK)
    cloudformation.update_stack(StackName=STACK, TemplateBody=template(retention=30))
    assert settled(cloudformation, STACK) == first
    assert first["Group"] == "click"
    assert first["App"].startswith(f"{STACK}-App-")
    assert first["Archive"] == "arn:aws:events:ap-northeast-1:000000000000:archive/facts"
    assert first["Bad"] == "arn:aws:cloudwatch:ap-northeast-1:000000000000:alarm:bad"
    assert first["Rate"].startswith("arn:aws:cloudwatch:ap-northeast-1:000000000000:alarm:Records")
    assert first["Monthly"] == SECRET


def test_an_alias_codedeploy_would_move_slowly_moves_at_once(
    cloudformation: "CloudFormationClient",
) -> None:
    cloudformation.create_stack(
        StackName=STACK, TemplateBody=template(**released("First", "handle = print"))
    )
    settled(cloudformation, STACK)
    before = points_at(cloudformation)
    cloudformation.update_stack(
        StackName=STACK, TemplateBody=template(**released("Second", "handle = repr"))
    )
    settled(cloudformation, STACK)
    assert int(points_at(cloudformation)) == int(before) + 1


def points_at(cloudformation: "CloudFormationClient") -> str:
    resources = cloudformation.describe_stack_resources(StackName=STACK)["StackResources"]
    [name] = [r["PhysicalResourceId"] for r in resources if r["LogicalResourceId"] == "Click"]
    return str(inside("lambda").get_alias(FunctionName=name, Name="live")["FunctionVersion"])


def test_a_type_on_no_list_is_refused(cloudformation: "CloudFormationClient") -> None:
    unknown = {"Type": "AWS::Nothing::Known", "Properties": {}}
    with pytest.raises(ClientError, match="AWS::Nothing::Known"):
        cloudformation.create_stack(StackName=STACK, TemplateBody=template(Odd=unknown))


def test_every_one_of_them_is_tried_here_and_told_by_its_name() -> None:
    told = records_in(template())
    assert told == [*sorted(kind.removeprefix("AWS::") for kind in TYPES), MATHS]


def test_a_template_of_known_types_has_nothing_to_tell() -> None:
    assert records_in('{"Resources": {"Q": {"Type": "AWS::SQS::Queue"}}}') == []
