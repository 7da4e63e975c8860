"""A real table, keyed and indexed as the stack makes it, in an engine inside this process."""

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import boto3
from botocore.config import Config

from infra.local.environment import ACCESS_KEY, REGION, SECRET_KEY
from shared.table import keys
from shared.table.commit import Table
from tests.support.in_process import answered

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


def client() -> "DynamoDBClient":
    session = boto3.Session(ACCESS_KEY, SECRET_KEY, region_name=REGION)
    config = Config(retries={"total_max_attempts": 1}, max_pool_connections=50)
    made: DynamoDBClient = session.client("dynamodb", config=config)
    made.meta.events.register("before-send.dynamodb", answered)
    return made


def fresh_table(asking: "DynamoDBClient") -> Table:
    """Under a name nobody had."""
    name = f"core-{uuid4().hex}"
    due = keys.DUE_PARTITION, keys.DUE_SORT
    by_company = keys.COMPANY_PARTITION, keys.COMPANY_SORT
    asking.create_table(
        TableName=name,
        AttributeDefinitions=[
            {"AttributeName": n, "AttributeType": "S"}
            for n in (keys.PARTITION, keys.SORT, *due, *by_company)
        ],
        KeySchema=_schema(keys.PARTITION, keys.SORT),
        GlobalSecondaryIndexes=[
            {
                "IndexName": keys.DUE_INDEX,
                "KeySchema": _schema(*due),
                "Projection": {"ProjectionType": "ALL"},
            },
            {
                "IndexName": keys.COMPANY_INDEX,
                "KeySchema": _schema(*by_company),
                "Projection": {
                    "ProjectionType": "INCLUDE",
                    "NonKeyAttributes": [*keys.COMPANY_SHOWS],
                },
            },
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    return Table(name, asking)


def _schema(partition: str, sort: str) -> Any:
    return [
        {"AttributeName": partition, "KeyType": "HASH"},
        {"AttributeName": sort, "KeyType": "RANGE"},
    ]
