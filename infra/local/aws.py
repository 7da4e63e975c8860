"""boto3 clients that speak to the engine and to nothing else."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import boto3
from botocore.config import Config

from infra.local.environment import ACCESS_KEY, REGION, SECRET_KEY

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_lambda import LambdaClient
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_secretsmanager import SecretsManagerClient
    from mypy_boto3_ssm import SSMClient

_CONFIG = Config(s3={"addressing_style": "path"}, retries={"total_max_attempts": 1})


_MAKING: Final = Lock()
"""A session makes one client at a time."""


@cache
def session() -> boto3.Session:
    """One for a process: the next client of a service takes a tenth of the first one's time."""
    return boto3.Session(ACCESS_KEY, SECRET_KEY, region_name=REGION)


@dataclass(frozen=True, slots=True)
class Clients:
    """The engine's account, as its owner sees it."""

    endpoint: str
    of: Callable[[], boto3.Session] = field(default=session)

    def client(self, service: Any) -> Any:
        with _MAKING:
            return self.of().client(service, endpoint_url=self.endpoint, config=_CONFIG)

    @property
    def cloudformation(self) -> "CloudFormationClient":
        client: CloudFormationClient = self.client("cloudformation")
        return client

    @property
    def functions(self) -> "LambdaClient":
        client: LambdaClient = self.client("lambda")
        return client

    @property
    def s3(self) -> "S3Client":
        client: S3Client = self.client("s3")
        return client

    @property
    def secrets(self) -> "SecretsManagerClient":
        client: SecretsManagerClient = self.client("secretsmanager")
        return client

    @property
    def parameters(self) -> "SSMClient":
        client: SSMClient = self.client("ssm")
        return client
