"""What makes a person look before a registration counts. A hold, never a silent drop."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from shared.domain.ids import Slug
from shared.domain.person import domain_of, normalise
from shared.domain.registration import Signal
from shared.domain.rules import Rules

FREE_MAIL: Final = frozenset(
    "gmail.com googlemail.com yahoo.co.jp ymail.ne.jp yahoo.com outlook.com outlook.jp hotmail.com "
    "hotmail.co.jp live.jp icloud.com me.com docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp "
    "i.softbank.jp nifty.com biglobe.ne.jp so-net.ne.jp ocn.ne.jp proton.me protonmail.com".split()
)
"""Mail providers open to anybody: a company writing from one owns no domain."""
PAID: Final = frozenset(
    "cpc cpm cpv cpa ppc paid paidsearch paid_search paidsocial paid_social display banner".split()
)
"""What `utm_medium` calls a visit somebody paid for."""
CLICK_IDS: Final = frozenset("gclid gbraid wbraid fbclid msclkid yclid ttclid twclid".split())
"""What advertisers' links carry."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What is known of whoever hands in a form, beside the form itself."""

    is_member: bool = False
    shares_phone: bool = False
    """The number stands in the file of somebody with another address."""
    recent: tuple[datetime, ...] = ()
    """When this visitor registered on this link lately, before now."""
    seen: int = 0
    """How often in all, as long as it is remembered."""


@dataclass(frozen=True, slots=True)
class Passing:
    """A visitor at a link, to be remembered until `until` with when they came."""

    visitor: str
    slug: Slug
    times: tuple[datetime, ...]
    seen_before: int
    until: datetime


def passing(visitor: str, slug: Slug, sighting: Sighting, rules: Rules, now: datetime) -> Passing:
    times = (*lately(sighting.recent, rules, now), now)
    until = now + timedelta(minutes=rules.burst_minutes)
    return Passing(visitor, slug, times, sighting.seen, until)


def signals(
    email: str,
    *,
    contact_email: str,
    is_disposable: Callable[[str], bool],
    sighting: Sighting,
    is_paid: bool,
    rules: Rules,
    now: datetime,
) -> tuple[Signal, ...]:
    """Compare a candidate with the company, with who is known, and with a moment ago.

    Args:
        is_disposable: whether a domain hands out addresses to throw away.
        is_paid: an advertisement led here, where a mail's link should have.
    """
    domain, own = domain_of(email), domain_of(contact_email)
    is_contact = normalise(email) == normalise(contact_email)
    found = {
        Signal.MEMBER_ADDRESS: is_contact or sighting.is_member,
        Signal.OWN_DOMAIN: own not in FREE_MAIL and f".{domain}".endswith(f".{own}"),
        Signal.DISPOSABLE_DOMAIN: is_disposable(domain),
        Signal.SAME_PHONE: sighting.shares_phone,
        Signal.BURST: len(lately(sighting.recent, rules, now)) + 1 >= rules.burst,
        Signal.PAID_TRAFFIC: is_paid,
    }
    return tuple(signal for signal, is_so in found.items() if is_so)


def lately(times: Sequence[datetime], rules: Rules, now: datetime) -> tuple[datetime, ...]:
    """Those within `burst_minutes`; as many of them as make the next one a burst."""
    since = now - timedelta(minutes=rules.burst_minutes)
    return tuple(at for at in times if at > since)[1 - rules.burst :]


def is_paid(query: Mapping[str, str]) -> bool:
    """Whether an advertisement led here, by what its link carries, or a page of ours remembers.

    >>> is_paid({"gclid": "x"}), is_paid({"utm_medium": "CPC"}), is_paid({"utm_medium": "email"})
    (True, True, False)
    """
    medium = query.get("utm_medium", "").strip().casefold().replace("-", "_")
    told = query.get("paid") == "1"
    return told or medium in PAID or any(name.casefold() in CLICK_IDS for name in query)
