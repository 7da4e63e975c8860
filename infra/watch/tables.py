"""The two tables: rings when DynamoDB turns requests away, or fails them."""

from collections.abc import Sequence
from typing import Final

from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_dynamodb as dynamodb
from constructs import Construct

from infra.watch.alarm import AT_LEAST, Rings, alarm
from infra.watch.figures import added, figure

THROTTLES: Final = ("ReadThrottleEvents", "WriteThrottleEvents")
ASKED: Final = ("GetItem", "UpdateItem", "Query", "TransactWriteItems")


def tables(scope: Construct, held: Sequence[dynamodb.ITableV2]) -> None:
    says = "DynamoDB turns requests away; they are tried again, and people wait."
    turned_away = added(*(_of(t, name) for t in held for name in THROTTLES))
    alarm(scope, "tables-throttled", says, turned_away, Rings(AT_LEAST, 10, times=2))
    says = "DynamoDB itself fails."
    failed = added(*(_of(t, "SystemErrors", op) for t in held for op in ASKED))
    alarm(scope, "tables-fail", says, failed, Rings(AT_LEAST, 5))


def _of(table: dynamodb.ITableV2, name: str, operation: str = "") -> cloudwatch.Metric:
    of = {"TableName": table.table_name} | ({"Operation": operation} if operation else {})
    return figure("AWS/DynamoDB", name, of)
