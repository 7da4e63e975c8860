"""A secret's value, read once while the function starts; or whatever a label stands on now."""

from typing import Final

from botocore.exceptions import BotoCoreError, ClientError

from shared.aws import clients
from shared.domain.errors import Unavailable

CURRENT: Final = "AWSCURRENT"
PENDING: Final = "AWSPENDING"
PREVIOUS: Final = "AWSPREVIOUS"
NOTHING_THERE: Final = "ResourceNotFoundException"


def secret(name: str) -> str:
    return clients.secrets().get_secret_value(SecretId=name)["SecretString"]


def labelled(name: str, label: str) -> str | None:
    """None where the label stands on no value. Raises Unavailable."""
    try:
        found = clients.secrets().get_secret_value(SecretId=name, VersionStage=label)
    except ClientError as error:
        if error.response["Error"]["Code"] == NOTHING_THERE:
            return None
        raise Unavailable("the origin's secret cannot be read just now") from error
    except BotoCoreError as error:
        raise Unavailable("the origin's secret cannot be read just now") from error
    return found["SecretString"]
