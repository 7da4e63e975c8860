"""What the stacks of a stage are called, and what a deployed one tells."""

from typing import Final

from botocore.exceptions import ClientError

from infra.ops.cloud import Cloud

GUARD_REGION: Final = "us-east-1"
"""Where CloudFront's web ACL and certificate have to be."""
GUARDS: Final = ("WebAclArn", "CertificateArn")
"""Outputs of the guard that the relay's stack takes as parameters."""


def relay(stage: str) -> str:
    return f"CareerRelay-{stage}"


def guard(stage: str) -> str:
    return f"CareerRelayGuard-{stage}"


def sender(stage: str) -> str:
    return f"CareerRelaySender-{stage}"


def outputs(cloud: Cloud, name: str, region: str = "") -> dict[str, str] | None:
    """None: there is no such stack."""
    try:
        found = cloud.client("cloudformation", region).describe_stacks(StackName=name)["Stacks"]
    except ClientError as error:
        if "does not exist" in str(error):
            return None
        raise
    return {o["OutputKey"]: o["OutputValue"] for o in found[0].get("Outputs", [])}
