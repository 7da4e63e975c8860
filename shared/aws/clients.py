"""One client per service and patience, per process."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import boto3
from botocore.config import Config

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_events import EventBridgeClient
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_secretsmanager import SecretsManagerClient
    from mypy_boto3_sesv2 import SESV2Client
    from mypy_boto3_sqs import SQSClient

_PATIENT: Final = Config(
    connect_timeout=1, read_timeout=2, retries={"mode": "standard", "total_max_attempts": 3}
)
_ONCE: Final = Config(
    connect_timeout=1, read_timeout=2, retries={"mode": "standard", "total_max_attempts": 1}
)


_WAITING: Final = Config(
    connect_timeout=1, read_timeout=6, retries={"mode": "standard", "total_max_attempts": 1}
)

_REGIONAL: Final = Config(
    connect_timeout=1,
    read_timeout=5,
    retries={"mode": "standard", "total_max_attempts": 3},
    signature_version="s3v4",
    s3={"addressing_style": "virtual"},
)
"""What is signed for somebody else names the bucket's own region: S3 would send them on to it."""


@cache
def _client(service: Any, config: Config = _PATIENT) -> Any:
    return boto3.client(service, config=config)


def dynamodb() -> DynamoDBClient:
    client: DynamoDBClient = _client("dynamodb")
    return client


def dynamodb_once() -> DynamoDBClient:
    """For writes that must not be sent twice and may be lost."""
    client: DynamoDBClient = _client("dynamodb", _ONCE)
    return client


def events() -> EventBridgeClient:
    client: EventBridgeClient = _client("events")
    return client


def sqs() -> SQSClient:
    client: SQSClient = _client("sqs")
    return client


def ses() -> SESV2Client:
    """Asked once, and waited for: a mail sent twice cannot be called back."""
    client: SESV2Client = _client("sesv2", _WAITING)
    return client


def ses_to_ask() -> SESV2Client:
    """For questions, which may be asked again."""
    client: SESV2Client = _client("sesv2")
    return client


def s3() -> S3Client:
    client: S3Client = _client("s3", _REGIONAL)
    return client


def cloudfront() -> Any:
    return _client("cloudfront")


def kms() -> Any:
    return _client("kms")


def secrets() -> SecretsManagerClient:
    client: SecretsManagerClient = _client("secretsmanager")
    return client
