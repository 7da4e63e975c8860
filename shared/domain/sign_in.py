"""Somebody asks to sign in: a code goes to their address, if it is anybody's here.

The mechanism is the registration's (shared.domain.registration): fifteen minutes, five tries, three
codes; and the same answer for every address.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from shared.domain.errors import CodeExpired, ResendLimit
from shared.domain.ids import PersonKey
from shared.domain.locale import Locale
from shared.domain.registration import CODE_VALID, MAX_ISSUES, MAX_TRIES


@dataclass(frozen=True, slots=True)
class SignIn:
    """
    Args:
        email: as typed; the item is gone within a day.
        back: the path that asked for it, to return to; ours and relative, or none.
    """

    sign_in_id: str
    person: PersonKey
    email: str
    locale: Locale
    code_until: datetime
    back: str | None = None
    tries: int = 0
    issue: int = 1
    used: bool = False

    @property
    def tries_left(self) -> int:
        return max(0, MAX_TRIES - self.tries)

    def reissued(self, now: datetime) -> "SignIn":
        """Raises CodeExpired, ResendLimit."""
        if self.used or self.tries >= MAX_TRIES:
            raise CodeExpired("this sign-in takes no new code; start again")
        if self.issue >= MAX_ISSUES:
            raise ResendLimit("three codes were sent; start again", retry_after=900)
        return replace(self, issue=self.issue + 1, code_until=now + CODE_VALID)


def is_ours(path: str) -> bool:
    r"""Whether this leads to a page of ours and nowhere else.

    >>> [is_ours(p) for p in ("/console/links?x=1", "//evil.example", "/\\evil", "https://x", "")]
    [True, False, False, False, False]
    """
    plain = path.startswith("/") and not path.startswith(("//", "/\\"))
    return plain and not any(c in path for c in "\\\r\n\t\x00")
