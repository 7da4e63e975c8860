"""Every month the edge and the origin agree on a new secret: Secrets Manager asks `rotate`."""

from typing import Final

from aws_cdk import Aws, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from infra.dead_letters import DeadLetters
from infra.edge.edge import Edge
from infra.given import Given
from infra.put_away import FailedCalls
from shared import settings

EVERY_DAYS: Final = 30
SECRETS: Final = "secretsmanager.amazonaws.com"
TURNS: Final = (
    "secretsmanager:DescribeSecret",
    "secretsmanager:PutSecretValue",
    "secretsmanager:UpdateSecretVersionStage",
)
TELLS: Final = (
    "cloudfront:GetDistribution",
    "cloudfront:GetDistributionConfig",
    "cloudfront:UpdateDistribution",
)


class Rotation(Construct):
    """The first turn comes with the first deploy, and shows that turning works."""

    def __init__(
        self,
        scope: Construct,
        function: lambda_.Alias,
        secret: secretsmanager.Secret,
        edge: Edge,
    ) -> None:
        super().__init__(scope, "Rotation")
        self._allow(function, secret, edge)
        lost = DeadLetters(self)
        function.configure_async_invoke(on_failure=FailedCalls(lost.queue), retry_attempts=2)
        asked = lambda_.CfnPermission(
            self,
            "Asked",
            action="lambda:InvokeFunction",
            function_name=function.function_arn,
            principal=SECRETS,
            source_account=Aws.ACCOUNT_ID,
        )
        schedule = secretsmanager.CfnRotationSchedule(
            self,
            "Monthly",
            secret_id=secret.secret_arn,
            rotation_lambda_arn=function.function_arn,
            rotation_rules=secretsmanager.CfnRotationSchedule.RotationRulesProperty(
                automatically_after_days=EVERY_DAYS
            ),
        )
        schedule.add_resource_dependency(asked)

    def _allow(self, function: lambda_.Alias, secret: secretsmanager.Secret, edge: Edge) -> None:
        """Whoever updates a distribution has to be allowed to see the guard in front of it."""
        distribution = Stack.of(self).format_arn(
            service="cloudfront",
            region="",
            resource="distribution",
            resource_name=edge.distribution.distribution_id,
        )
        for actions, on in (
            (TURNS, secret.secret_arn),
            (TELLS, distribution),
            (("wafv2:GetWebACL",), edge.web_acl_arn),
        ):
            function.add_to_role_policy(iam.PolicyStatement(actions=[*actions], resources=[on]))


def given(edge: Edge) -> dict[str, Given]:
    return {
        settings.DISTRIBUTION_ID: Given(edge.distribution.distribution_id),
        settings.EDGE_URL: Given(edge.url),
    }
