"""What must be so before anything is created. Each refusal names what to do."""

from collections.abc import Iterator

from infra.context import StageSaid
from infra.ops.account import account_of, check_bootstrapped
from infra.ops.cloud import Cloud
from infra.ops.stacks import GUARD_REGION
from infra.ops.verified import account_says, check_sender
from shared.aws.mail_account import mail_account


def ready(stage: str, cloud: Cloud) -> Iterator[str]:
    """Raises RefusedError."""
    account, regions = account_of(cloud), dict.fromkeys((cloud.region, GUARD_REGION))
    yield f"{stage}: account {account}, {' and '.join(regions)}"
    check_bootstrapped(cloud, account, regions, stage)


def ready_to_write(stage: str, said: StageSaid, cloud: Cloud) -> Iterator[str]:
    """Raises RefusedError: nobody could be sent a code."""
    ses = cloud.client("sesv2")
    check_sender(ses, said.sender, stage)
    yield account_says(mail_account(ses))
