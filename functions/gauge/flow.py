"""how much mail may be sent, how long the licence holds -> figures somebody is warned by."""

from datetime import datetime

from shared.domain import tokyo
from shared.domain.agency import Agency
from shared.domain.mail_account import MailAccount


def of_licence(agency: Agency, now: datetime) -> dict[str, float]:
    """In days; 0 on the last one."""
    return {"LicenceDaysLeft": agency.days_left(tokyo.day(now))}


def of_mail(account: MailAccount) -> dict[str, float]:
    """Quota in percent of a day's mails; the others are 1 for yes, 0 for no."""
    return {
        "MailQuotaUsed": account.used_percent,
        "MailSandbox": float(account.in_sandbox),
        "MailSendingEnabled": float(account.may_send),
    }
