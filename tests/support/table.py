"""A real table, keyed and indexed as the stack makes it, in an engine inside this process."""

from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from botocore import UNSIGNED
from botocore.config import Config

from infra.local.aws import session
from infra.local.environment import ACCESS_KEY, REGION
from shared.table import keys
from shared.table.commit import Table
from tests.support.in_process import answered

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


_QUICK: Final = Config(
    retries={"total_max_attempts": 1},
    max_pool_connections=50,
    signature_version=UNSIGNED,
    user_agent="tests",
)
"""Nobody here looks at a signature, or at who asks with what: a fifth of what a request takes."""
_REGION: Final = f"AWS4-HMAC-SHA256 Credential={ACCESS_KEY}/20260101/{REGION}/dynamodb/aws4_request"


def client() -> "DynamoDBClient":
    made: DynamoDBClient = session().client("dynamodb", config=_QUICK)
    made.meta.events.register("before-sign.dynamodb", _says_its_region)
    made.meta.events.register("before-send.dynamodb", answered)
    return made


def _says_its_region(request: Any, **_: Any) -> None:
    """The engine reads it nowhere else."""
    request.headers["Authorization"] = _REGION


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
