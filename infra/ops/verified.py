"""Whether SES lets the sender write, and to whom."""

from typing import Any, Final

from botocore.exceptions import ClientError

from infra.ops.refusal import RefusedError
from shared.domain.mail_account import MailAccount

ASK: Final = "https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html"


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


def account_says(account: MailAccount) -> str:
    if not account.may_send:
        return "SES has stopped this account from sending: its console says why."
    if account.in_sandbox:
        return (
            f"This account is in SES's sandbox: mails go to verified addresses alone, at most"
            f" {account.a_day:.0f} a day. No candidate gets a code. Ask to be let out: {ASK}"
        )
    return f"This account may send {account.a_day:.0f} mails in 24 hours."


def _verified(ses: Any, identity: str) -> bool:
    try:
        return bool(ses.get_email_identity(EmailIdentity=identity)["VerifiedForSendingStatus"])
    except ClientError as error:
        if error.response["Error"]["Code"] == "NotFoundException":
            return False
        raise
