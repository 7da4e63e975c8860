"""A bucket of files that people send by a form of ours; what nobody looked at is forgotten."""

from collections.abc import Mapping, Sequence
from typing import Final, cast

from aws_cdk import Duration, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.acknowledged import acknowledge, called_in
from infra.given import allow
from infra.stage import Stage

ON_THE_BUCKET: Final = "s3:ListBucket"
"""Without it S3 says "forbidden" of what is not there."""
BY_WAY_OF_S3: Final = ("kms:Decrypt", "kms:GenerateDataKey")
FORGOTTEN: Final = Duration.days(1)
LOCAL_PAGES: Final = "http://127.0.0.1:*"


class Received(s3.Bucket):
    """Encrypted with our key whatever a form says, since it may say nothing of it. Not versioned:
    what is erased is gone.
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        key: kms.Key,
        stage: Stage,
        named: str,
        prefixes: Sequence[str],
        forget: Sequence[s3.LifecycleRule],
    ) -> None:
        super().__init__(
            scope,
            id_,
            encryption=s3.BucketEncryption.KMS,
            encryption_key=key,
            bucket_key_enabled=True,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
            enforce_ssl=True,
            minimum_tls_version=1.2,
            removal_policy=stage.removal,
            lifecycle_rules=[
                *forget,
                s3.LifecycleRule(
                    id="forget-half-uploads", abort_incomplete_multipart_upload_after=FORGOTTEN
                ),
            ],
        )
        self._key, self._named, self._prefixes = key, named, prefixes
        acknowledge(self, "S1", "A log would hold addresses; the API's own says what was asked.")

    def take_from(self, origin: str) -> None:
        """The one origin whose pages may send a file, by the form they were offered."""
        self.add_cors_rule(
            allowed_methods=[s3.HttpMethods.POST],
            allowed_origins=[origin],
            allowed_headers=["*"],
            max_age=3600,
        )

    def allow(self, function: lambda_.Function, *actions: str) -> None:
        """On every kind of object."""
        self.allow_each(function, dict.fromkeys(self._prefixes, actions))

    def allow_each(self, function: lambda_.Function, actions: Mapping[str, Sequence[str]]) -> None:
        """By kind of object."""
        for prefix, allowed in actions.items():
            allow(function, *allowed, on=self.arn_for_objects(f"{prefix}*"))
            self._acknowledge(function, prefix)
        allow(function, ON_THE_BUCKET, on=self.bucket_arn)

    def allow_key(self, function: lambda_.Function) -> None:
        """Only by way of S3."""
        function.add_to_role_policy(
            iam.PolicyStatement(
                actions=[*BY_WAY_OF_S3],
                resources=[self._key.key_arn],
                conditions={"StringEquals": {"kms:ViaService": _service(self)}},
            )
        )

    def _acknowledge(self, function: lambda_.Function, prefix: str) -> None:
        role, plain = cast(iam.IRole, function.role), cast(s3.CfnBucket, self.node.default_child)
        rule = f"IAM5[Resource::<{called_in(role, plain, 'Arn')}>/{prefix}*]"
        acknowledge(role, rule, self._named)


def _service(scope: Construct) -> str:
    return f"s3.{Stack.of(scope).region}.amazonaws.com"
