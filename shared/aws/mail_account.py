"""SES, asked what this account may send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.mail_account import MailAccount

if TYPE_CHECKING:
    from mypy_boto3_sesv2 import SESV2Client


def mail_account(client: SESV2Client) -> MailAccount:
    said = client.get_account()
    return MailAccount(
        a_day=said["SendQuota"]["Max24HourSend"],
        sent=said["SendQuota"]["SentLast24Hours"],
        in_sandbox=not said["ProductionAccessEnabled"],
        may_send=said["SendingEnabled"],
    )
