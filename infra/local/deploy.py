"""CloudFormation, as `cdk deploy` would ask it: create or update, wait, tell."""

import time
from typing import TYPE_CHECKING, Any, Final

from botocore.exceptions import ClientError

from infra.local.assembly import Assembly
from infra.local.aws import Clients
from infra.local.publish import publish
from infra.local.refusal import RefusedError
from shared.settings import SITE

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient

_INLINE_BYTES: Final = 51_200
_LONGEST_S: Final = 120
_GOOD: Final = ("CREATE_COMPLETE", "UPDATE_COMPLETE")


def deploy(assembly: Assembly, clients: Clients, site: str) -> dict[str, str]:
    """The stack's outputs. `site` is where its mails lead to.

    Raises:
        RefusedError: it was rolled back; the message names the resource and the reason.
    """
    bucket = publish(assembly, clients)
    asked: dict[str, Any] = {
        "StackName": assembly.stack,
        "Parameters": [{"ParameterKey": SITE.title(), "ParameterValue": site}],
        "Capabilities": ["CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
    }
    if len(assembly.template.encode()) > _INLINE_BYTES:
        clients.s3.put_object(Bucket=bucket, Key="template.json", Body=assembly.template.encode())
        asked["TemplateURL"] = f"{clients.endpoint}/{bucket}/template.json"
    else:
        asked["TemplateBody"] = assembly.template
    cloudformation = clients.cloudformation
    _create_or_update(cloudformation, asked)
    return settled(cloudformation, assembly.stack)


def _create_or_update(cloudformation: "CloudFormationClient", asked: dict[str, Any]) -> None:
    try:
        cloudformation.create_stack(**asked)
    except cloudformation.exceptions.AlreadyExistsException:
        try:
            cloudformation.update_stack(**asked)
        except ClientError as error:
            if "No updates" not in str(error):
                raise _refused(error) from error
    except ClientError as error:
        raise _refused(error) from error


def _refused(error: ClientError) -> RefusedError:
    return RefusedError(f"the template was refused: {error.response['Error']['Message']}")


def settled(cloudformation: "CloudFormationClient", name: str) -> dict[str, str]:
    until = time.monotonic() + _LONGEST_S
    while time.monotonic() < until:
        [stack] = cloudformation.describe_stacks(StackName=name)["Stacks"]
        if stack["StackStatus"] in _GOOD:
            return {o["OutputKey"]: o["OutputValue"] for o in stack.get("Outputs", [])}
        if not stack["StackStatus"].endswith("IN_PROGRESS"):
            raise RefusedError(f"the deploy failed: {_first_failure(cloudformation, name)}")
        time.sleep(0.05)
    raise RefusedError(f"the deploy did not end within {_LONGEST_S} s")


def _first_failure(cloudformation: "CloudFormationClient", name: str) -> str:
    events = cloudformation.describe_stack_events(StackName=name)["StackEvents"]
    failed = [e for e in reversed(events) if e["ResourceStatus"].endswith("FAILED")]
    told = failed[0] if failed else events[0]
    return f"{told['LogicalResourceId']}: {told.get('ResourceStatusReason', 'no reason given')}"
