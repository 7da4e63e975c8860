"""What CodeDeploy may do while it moves `live`: that, and look at alarms."""

from collections.abc import Iterable
from typing import Final

from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.acknowledged import acknowledge
from infra.function import LIVE

MOVES: Final = ("lambda:GetAlias", "lambda:GetProvisionedConcurrencyConfig", "lambda:UpdateAlias")
ALARMS: Final = "CodeDeploy asks for alarms by name; AWS checks that on every alarm of the account."


def shifter(scope: Construct, id_: str, functions: Iterable[lambda_.IFunction]) -> iam.Role:
    """Narrower than AWS's own policy for this: no hooks, no bucket, no topic, our aliases alone."""
    role = iam.Role(
        scope,
        id_,
        assumed_by=iam.ServicePrincipal("codedeploy.amazonaws.com"),
        description="career-relay: who moves `live`",
    )
    arns = [function.function_arn for function in functions]
    role.add_to_policy(
        iam.PolicyStatement(
            actions=[*MOVES],
            resources=[*arns, *(f"{arn}:{LIVE}" for arn in arns)],
        )
    )
    role.add_to_policy(iam.PolicyStatement(actions=["cloudwatch:DescribeAlarms"], resources=["*"]))
    acknowledge(role, "IAM5[Resource::*]", ALARMS)
    return role
