"""What makes a person look before a registration counts. A hold, never a silent drop."""

from collections.abc import Callable
from typing import Final

from shared.domain.person import domain_of, normalise
from shared.domain.registration import Signal

FREE_MAIL: Final = frozenset(
    "gmail.com googlemail.com yahoo.co.jp ymail.ne.jp yahoo.com outlook.com outlook.jp hotmail.com "
    "hotmail.co.jp live.jp icloud.com me.com docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp "
    "i.softbank.jp nifty.com biglobe.ne.jp so-net.ne.jp ocn.ne.jp proton.me protonmail.com".split()
)
"""Mail providers open to anybody: a company writing from one owns no domain."""


def signals(
    email: str, *, contact_email: str, is_disposable: Callable[[str], bool]
) -> tuple[Signal, ...]:
    """Compare a candidate's address with the company's.

    Args:
        is_disposable: whether a domain hands out addresses to throw away.
    """
    domain, own = domain_of(email), domain_of(contact_email)
    seen = {
        Signal.MEMBER_ADDRESS: normalise(email) == normalise(contact_email),
        Signal.OWN_DOMAIN: own not in FREE_MAIL and f".{domain}".endswith(f".{own}"),
        Signal.DISPOSABLE_DOMAIN: is_disposable(domain),
    }
    return tuple(signal for signal, found in seen.items() if found)
