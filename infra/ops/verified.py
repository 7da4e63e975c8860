"""Whether SES lets the sender write, and to whom."""

from typing import Any, Final

from botocore.exceptions import ClientError

from infra.ops.refusal import RefusedError

SANDBOX: Final = (
    "SES is in its sandbox here: mails go to verified addresses only, 200 a day, so no candidate\n"
    "gets a code. To leave it: SES console -> Account dashboard -> Request production access,\n"
    "mail type transactional; AWS answers within about a day. Deploying goes on."
)


def check_sender(ses: Any, sender: str, stage: str) -> None:
    """The sender's domain or the address itself.

    Raises:
        RefusedError
    """
    domain = sender.partition("@")[2]
    if not any(_verified(ses, identity) for identity in (domain, sender)):
        raise RefusedError(
            f"SES has not verified the sender's domain {domain} yet; `make sender STAGE={stage}`"
            " makes it and says which DNS records are missing"
        )


def is_sandboxed(ses: Any) -> bool:
    return not ses.get_account().get("ProductionAccessEnabled", False)


def _verified(ses: Any, identity: str) -> bool:
    try:
        return bool(ses.get_email_identity(EmailIdentity=identity)["VerifiedForSendingStatus"])
    except ClientError as error:
        if error.response["Error"]["Code"] == "NotFoundException":
            return False
        raise
