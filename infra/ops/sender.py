"""What SES found of a sender's domain, and the records still to set, in words to be copied."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infra.ops.printed import columns
from infra.ops.records import Known, Record, records
from infra.ops.verified import account_says
from infra.stage import Stage
from shared.aws.mail_account import mail_account

if TYPE_CHECKING:
    from mypy_boto3_sesv2 import SESV2Client

EASY_DKIM = "dkim.amazonses.com"
HEAD = ("type", "name", "value", "set by", "SES says", "why")


def known(ses: "SESV2Client", domain: str) -> Known:
    said = ses.get_email_identity(EmailIdentity=domain)
    dkim, bounces = said["DkimAttributes"], said.get("MailFromAttributes", {})
    return Known(
        verified=said["VerifiedForSendingStatus"],
        dkim=dkim.get("Status", "NOT_STARTED"),
        bounces=bounces.get("MailFromDomainStatus", "NOT_STARTED"),
        dkim_names=tuple(dkim.get("Tokens", ())),
        dkim_zone=dkim.get("SigningHostedZone", EASY_DKIM),
    )


def found(stage: Stage, ses: "SESV2Client") -> Iterator[str]:
    """The records, then what may be mailed, then what to do next."""
    what = known(ses, stage.mail_domain)
    yield columns([HEAD, *map(_cells, records(stage, what))])
    yield account_says(mail_account(ses))
    yield verdict(stage, what)


def verdict(stage: Stage, what: Known) -> str:
    if what.verified:
        return f"SES takes {stage.mail_domain} as a sender. Next: make deploy STAGE={stage.name}"
    return (
        f"SES does not take {stage.mail_domain} yet: it looks for the records by itself, for 72"
        f" hours. Set them, and ask again: make sender STAGE={stage.name}"
    )


def _cells(row: Record) -> tuple[str, ...]:
    """Name and value stand alone in their columns."""
    by = "you" if row.by_hand else "the stack"
    return (row.kind, row.name, row.value, by, row.state, row.why)
