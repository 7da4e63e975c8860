import secrets
import time
from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.rotate.flow import rotate
from shared import request
from shared.aws import clients
from shared.aws.distribution import Distribution
from shared.aws.versions import Versions
from shared.domain.errors import InvalidRequest
from shared.observe import logger, metrics
from shared.settings import DISTRIBUTION_ID, EDGE_URL, ORIGIN_SECRET, at_start, setting


@cache
def versions() -> Versions:
    return Versions(setting(ORIGIN_SECRET), clients.secrets())


@cache
def edge() -> Distribution:
    return Distribution(
        setting(DISTRIBUTION_ID), setting(EDGE_URL), request.ORIGIN, clients.cloudfront()
    )


def new_value() -> str:
    """256 bits, in letters a header takes."""
    return secrets.token_hex(32)


@logger.inject_lambda_context
@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> None:
    """`{"Step", "SecretId", "ClientRequestToken"}`, as Secrets Manager asks."""
    if event["SecretId"] != versions().secret:
        raise InvalidRequest("this is not the secret of our edge")
    rotate(
        event["Step"],
        event["ClientRequestToken"],
        versions=versions(),
        edge=edge(),
        mint=new_value,
        wait=time.sleep,
    )


at_start(versions, edge)
