"""Whose account this is, and whether the CDK was made at home in it."""

from collections.abc import Iterable

from botocore.exceptions import (
    ClientError,
    CredentialRetrievalError,
    NoCredentialsError,
    PartialCredentialsError,
    ProfileNotFound,
    SSOTokenLoadError,
    TokenRetrievalError,
    UnauthorizedSSOTokenError,
)

from infra.ops.cloud import Cloud
from infra.ops.refusal import RefusedError

WHO = "set AWS_PROFILE (or AWS_ACCESS_KEY_ID and its secret); `aws sts get-caller-identity` tells"
NO_CREDENTIALS = (
    NoCredentialsError,
    PartialCredentialsError,
    CredentialRetrievalError,
    ProfileNotFound,
    SSOTokenLoadError,
    TokenRetrievalError,
    UnauthorizedSSOTokenError,
)
_BOOTSTRAPPED = "/cdk-bootstrap/hnb659fds/version"


def account_of(cloud: Cloud) -> str:
    """Raises RefusedError: there are no credentials, or AWS does not take them."""
    try:
        return str(cloud.client("sts").get_caller_identity()["Account"])
    except NO_CREDENTIALS as error:
        raise RefusedError(f"no AWS credentials here ({error}): {WHO}") from None
    except ClientError as error:
        why = error.response["Error"]["Code"]
        raise RefusedError(f"AWS does not take these credentials ({why}): {WHO}") from None


def check_bootstrapped(cloud: Cloud, account: str, regions: Iterable[str], stage: str) -> None:
    """The CLI synthesizes before it bootstraps, so it is told the stage.

    Raises:
        RefusedError: with the one line that bootstraps what is missing.
    """
    missing = [region for region in regions if not _bootstrapped(cloud, region)]
    if missing:
        places = " ".join(f"aws://{account}/{region}" for region in missing)
        where = " and ".join(missing)
        run = f"npm ci && npx cdk bootstrap -c stage={stage} {places}"
        raise RefusedError(f"the CDK is not bootstrapped in {where}; run: {run}")


def _bootstrapped(cloud: Cloud, region: str) -> bool:
    try:
        cloud.client("ssm", region).get_parameter(Name=_BOOTSTRAPPED)
    except ClientError as error:
        if error.response["Error"]["Code"] == "ParameterNotFound":
            return False
        raise
    return True
