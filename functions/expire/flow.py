"""a credit, available -> is a notice in its time, or is it over? -> said, or expired, once."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime

from shared.contracts.events import CreditExpired, CreditExpiring
from shared.domain import redemption
from shared.domain.company import Company
from shared.domain.credit import Lot
from shared.domain.errors import AlreadyDone, Conflict
from shared.domain.expiry import notice, over_at
from shared.domain.rules import Rules
from shared.ports.ledger import Expiries
from shared.retry import retry_on_conflict


def expire(*, expiries: Expiries, rules: Rules, now: datetime) -> Counter[str]:
    """How many were `noticed` and `expired`; `refused` are those the next run takes up."""
    done, left = Counter[str](), list(expiries.leaving())
    for lot, until in _nearing(expiries, left, now):
        try:
            done[_look(lot, until, expiries, rules, now)] += 1
        except Conflict:
            done["refused"] += 1
    for company in left:
        _run_down(company, expiries, now)
    return done


def _nearing(
    expiries: Expiries, left: Sequence[Company], now: datetime
) -> Iterator[tuple[Lot, datetime]]:
    """Each credit once, with its end."""
    for company in left:
        for lot in expiries.available(company.company_id):
            yield lot, over_at(lot, company)
    leaving = {company.company_id for company in left}
    for lot in expiries.due(now):
        if lot.company_id not in leaving:
            yield lot, lot.expires_at


def _look(lot: Lot, until: datetime, expiries: Expiries, rules: Rules, now: datetime) -> str:
    if now >= until:
        with suppress(AlreadyDone):
            _end(lot, expiries, rules, now)
            return "expired"
        return "left"
    days = notice(until, now, rules)
    if days is None:
        return "left"
    return "noticed" if expiries.notice(_expiring(lot, until, days, now)) else "left"


@retry_on_conflict
def _end(lot: Lot, expiries: Expiries, rules: Rules, now: datetime) -> None:
    head = expiries.head(lot.company_id)
    move = redemption.expire(head, lot, on=now.date(), rules=rules)
    name = f"expired:{lot.company_id}:{lot.number}"
    expiries.expire(move, CreditExpired.of(lot, name, now))


def _expiring(lot: Lot, until: datetime, days: int, now: datetime) -> CreditExpiring:
    """A credit that was restored, or whose company left, has another end: other notices."""
    name = f"expiring:{lot.company_id}:{lot.number}:{until:%Y%m%d}:{days}"
    return CreditExpiring.of(lot, name, now, days=days, until=until)


def _run_down(company: Company, expiries: Expiries, now: datetime) -> None:
    """Nothing is left to look after: its time is over, and no credit is available or reserved."""
    over = company.usable_until is not None and now >= company.usable_until
    if over and not expiries.head(company.company_id).outstanding:
        with suppress(Conflict):
            expiries.rest(company)
