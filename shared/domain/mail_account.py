"""What SES lets this account send."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MailAccount:
    """`a_day` mails in any 24 hours, `sent` in the last 24; `a_day` below 0 is no limit.

    In SES's sandbox mails go to verified addresses alone: no candidate gets one.
    """

    a_day: float
    sent: float
    in_sandbox: bool
    may_send: bool

    @property
    def used_percent(self) -> float:
        """
        >>> MailAccount(200, 150, in_sandbox=True, may_send=True).used_percent
        75.0
        >>> MailAccount(-1, 150, in_sandbox=False, may_send=True).used_percent
        0.0
        """
        if self.a_day < 0:
            return 0.0
        return 100 * self.sent / self.a_day if self.a_day else 100.0
