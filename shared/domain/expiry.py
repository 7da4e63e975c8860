"""When a credit is over, and when its company hears of it before."""

from datetime import datetime, timedelta

from shared.domain.company import Company, CompanyState
from shared.domain.credit import Lot
from shared.domain.rules import Rules

DAY = timedelta(days=1)


def over_at(lot: Lot, company: Company) -> datetime:
    """A company that left spends its credits within the run-off, as long as that is by now."""
    until = company.usable_until
    return min(lot.expires_at, until) if until else lot.expires_at


def lengthened(company: Company, usable_for: datetime) -> datetime | None:
    """The run-off's new end, where a credit comes to a company that left; None: as it is."""
    until = company.usable_until
    if company.state is not CompanyState.LEFT or (until and until >= usable_for):
        return None
    return usable_for


def notice(until: datetime, now: datetime, rules: Rules) -> int | None:
    """Which notice is in its time, by its days; None before the first, and once it is over.

    >>> from shared.domain.rules import FIRST
    >>> until = datetime(2028, 3, 2)
    >>> [notice(until, until - n * DAY, FIRST) for n in (91, 90, 31, 30, 7, 1, 0)]
    [None, 90, 90, 30, 7, 7, None]
    """
    if now >= until:
        return None
    return min((days for days in rules.notice_days if until - now <= days * DAY), default=None)
