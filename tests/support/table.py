"""A real table in an engine inside this process: no socket, nothing kept."""

import asyncio
import io
import os
import threading
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit
from uuid import uuid4

import boto3
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.config import Config

from infra.local.environment import ACCESS_KEY, REGION, SECRET_KEY
from shared.table import keys
from shared.table.commit import Table

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class _Body(io.BytesIO):
    def stream(self, **_: Any) -> Iterator[bytes]:
        yield self.read()


QUIET: Final = {"PERSIST_STATE": "0", "IOT_MTLS_ENABLED": "0", "LOG_LEVEL": "ERROR"}


@cache
def _engine() -> tuple[Any, asyncio.AbstractEventLoop]:
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    from ministack.app import app

    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()
    return app, loop


def answered(request: AWSPreparedRequest, **_: Any) -> Any:
    """botocore's `before-send`: the engine answers, and nothing leaves the process."""
    app, loop = _engine()
    raw = request.body or b""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": raw, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    asked = app(_scope(request), receive, send)
    asyncio.run_coroutine_threadsafe(asked, loop).result(30)
    headers: Any = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return AWSResponse(str(request.url), sent[0]["status"], headers, _Body(body))


def _scope(request: AWSPreparedRequest) -> dict[str, Any]:
    where = urlsplit(str(request.url))
    said = {"Host": where.netloc} | dict(request.headers.items())
    headers = [
        (name.lower().encode(), value if isinstance(value, bytes) else str(value).encode())
        for name, value in said.items()
    ]
    return {
        "type": "http",
        "http_version": "1.1",
        "method": request.method,
        "scheme": "http",
        "path": where.path or "/",
        "raw_path": (where.path or "/").encode(),
        "query_string": where.query.encode(),
        "headers": headers,
        "client": ("127.0.0.1", 1),
        "server": ("localhost", 4566),
        "root_path": "",
    }


def client() -> "DynamoDBClient":
    session = boto3.Session(ACCESS_KEY, SECRET_KEY, region_name=REGION)
    config = Config(retries={"total_max_attempts": 1}, max_pool_connections=50)
    made: DynamoDBClient = session.client("dynamodb", config=config)
    made.meta.events.register("before-send.dynamodb", answered)
    return made


def fresh_table(asking: "DynamoDBClient") -> Table:
    """Keyed and indexed as the stack makes it, under a name nobody had."""
    name = f"core-{uuid4().hex}"
    names = [keys.PARTITION, keys.SORT, keys.DUE_PARTITION, keys.DUE_SORT]
    asking.create_table(
        TableName=name,
        AttributeDefinitions=[{"AttributeName": n, "AttributeType": "S"} for n in names],
        KeySchema=_schema(keys.PARTITION, keys.SORT),
        GlobalSecondaryIndexes=[
            {
                "IndexName": keys.DUE_INDEX,
                "KeySchema": _schema(keys.DUE_PARTITION, keys.DUE_SORT),
                "Projection": {"ProjectionType": "ALL"},
            }
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    return Table(name, asking)


def _schema(partition: str, sort: str) -> Any:
    return [
        {"AttributeName": partition, "KeyType": "HASH"},
        {"AttributeName": sort, "KeyType": "RANGE"},
    ]
