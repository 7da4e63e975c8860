"""Mails to a company about its credits: granted, near their end, over."""

from datetime import datetime
from typing import Final, Unpack

from shared.domain.purpose import Transactional
from shared.pages.company_letter import To, to_company
from shared.pages.letter import GOLD, Rendered
from shared.pages.when import last_day

CREDIT: Final = Transactional("says what a company now holds under its contract, and until when")
EXPIRING: Final = Transactional("says when what a company holds under its contract ends")
EXPIRED: Final = Transactional("what a company held under its contract has ended")
LEFT: Final = Transactional("answers a company that left: what goes on, and until when")


def credit_granted_mail(
    *, number: int, counted: int, until: datetime, available: int, **to: Unpack[To]
) -> Rendered:
    """To a company, for its `number`-th milestone, at `counted` counted referrals."""
    values = {
        "number": number,
        "count": counted,
        "available": available,
        "expires_on": last_day(until, to["locale"]),
    }
    return to_company("mail", "credit", CREDIT, values, baton=GOLD, **to)


def credit_expiring_mail(*, until: datetime, available: int, **to: Unpack[To]) -> Rendered:
    values = {"until": last_day(until, to["locale"]), "available": available}
    return to_company("mail", "credit_expiring", EXPIRING, values, **to)


def credit_expired_mail(*, available: int, **to: Unpack[To]) -> Rendered:
    return to_company("mail", "credit_expired", EXPIRED, {"available": available}, **to)


def company_left_mail(
    *, until: datetime, available: int, reserved: int, **to: Unpack[To]
) -> Rendered:
    last = last_day(until, to["locale"])
    values = {"until": last, "available": available, "reserved": reserved}
    return to_company("mail", "company_left", LEFT, values, **to)
