"""The two tables and their key. Key names come from shared.table.keys, where keys are made."""

from typing import Any, Final

from aws_cdk import RemovalPolicy, Stack
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.given import allow
from shared.table import keys

STRING: Final = dynamodb.AttributeType.STRING
BY_WAY_OF_THE_TABLE: Final = (
    "kms:Decrypt",
    "kms:DescribeKey",
    "kms:Encrypt",
    "kms:GenerateDataKey",
    "kms:ReEncryptFrom",
    "kms:ReEncryptTo",
)
"""What DynamoDB does with a customer's key in the name of whoever asks it."""

FOLLOWING: Final = (
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
)


def attribute(name: str) -> dynamodb.Attribute:
    return dynamodb.Attribute(name=name, type=STRING)


class RelayTable(dynamodb.TableV2):
    """On demand, restorable to any second of 35 days, encrypted with a key of ours."""

    def __init__(
        self, scope: Construct, id_: str, *, key: kms.Key, keep: bool, **options: Any
    ) -> None:
        super().__init__(
            scope,
            id_,
            partition_key=attribute(keys.PARTITION),
            sort_key=attribute(keys.SORT),
            billing=dynamodb.Billing.on_demand(),
            encryption=dynamodb.TableEncryptionV2.customer_managed_key(key),
            point_in_time_recovery_specification=dynamodb.PointInTimeRecoverySpecification(
                point_in_time_recovery_enabled=True
            ),
            deletion_protection=keep,
            removal_policy=RemovalPolicy.RETAIN if keep else RemovalPolicy.DESTROY,
            **options,
        )
        self._key = key

    def allow(self, function: lambda_.Function, *actions: str, index: str = "") -> None:
        """On its items, or on one index alone; never on what else it may ever have."""
        if actions:
            arn = f"{self.table_arn}/index/{index}" if index else self.table_arn
            allow(function, *actions, on=arn)

    def allow_stream(self, function: lambda_.IFunction) -> None:
        """For Lambda, which reads it in the function's name; the key is allow_key's."""
        function.add_to_role_policy(
            iam.PolicyStatement(actions=[*FOLLOWING], resources=[str(self.table_stream_arn)])
        )

    def allow_key(self, function: lambda_.Function) -> None:
        """Only by way of DynamoDB: the key opens nothing for the function itself."""
        service = f"dynamodb.{Stack.of(self).region}.amazonaws.com"
        function.add_to_role_policy(
            iam.PolicyStatement(
                actions=[*BY_WAY_OF_THE_TABLE],
                resources=[self._key.key_arn],
                conditions={"StringEquals": {"kms:ViaService": service}},
            )
        )


def core_table(scope: Construct, *, key: kms.Key, keep: bool) -> RelayTable:
    due = dynamodb.GlobalSecondaryIndexPropsV2(
        index_name=keys.DUE_INDEX,
        partition_key=attribute(keys.DUE_PARTITION),
        sort_key=attribute(keys.DUE_SORT),
    )
    by_company = dynamodb.GlobalSecondaryIndexPropsV2(
        index_name=keys.COMPANY_INDEX,
        partition_key=attribute(keys.COMPANY_PARTITION),
        sort_key=attribute(keys.COMPANY_SORT),
        projection_type=dynamodb.ProjectionType.INCLUDE,
        non_key_attributes=[*keys.COMPANY_SHOWS],
    )
    return RelayTable(
        scope,
        "Core",
        key=key,
        keep=keep,
        time_to_live_attribute=keys.EXPIRES,
        dynamo_stream=dynamodb.StreamViewType.NEW_IMAGE,
        global_secondary_indexes=[due, by_company],
    )


def clicks_table(scope: Construct, *, key: kms.Key, keep: bool) -> RelayTable:
    return RelayTable(scope, "Clicks", key=key, keep=keep)
