"""Mails to a company about its credits: granted, near their end, over."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.purpose import Purpose, Transactional
from shared.pages.catalogue import one_line, words
from shared.pages.company_letter import to_company
from shared.pages.letter import GOLD, Letter, Rendered
from shared.pages.when import day, moment

CREDIT: Final = Transactional("says what a company now holds under its contract, and until when")
EXPIRING: Final = Transactional("says when what a company holds under its contract ends")
EXPIRED: Final = Transactional("what a company held under its contract has ended")
LEFT: Final = Transactional("answers a company that left: what goes on, and until when")


def credit_granted_mail(
    *,
    locale: Locale,
    agency: Agency,
    company_name: str,
    number: int,
    counted: int,
    expires_on: date,
    available: int,
) -> Rendered:
    """To a company, for its `number`-th milestone, at `counted` counted referrals."""
    values = {
        "company": one_line(company_name),
        "email": agency.contact_email,
        "number": number,
        "count": counted,
        "available": available,
        "expires_on": day(expires_on, locale),
    }
    said = _said(locale, "credit")
    letter = Letter(
        said, values, CREDIT, greeting=said["greeting"], facts=said["facts"], baton=GOLD
    )
    return letter.rendered(locale, agency)


def credit_expiring_mail(
    *, locale: Locale, agency: Agency, company_name: str, until: datetime, available: int
) -> Rendered:
    values = {"until": moment(until, locale), "available": available}
    return _to_company(locale, agency, "credit_expiring", company_name, values, EXPIRING)


def credit_expired_mail(
    *, locale: Locale, agency: Agency, company_name: str, available: int
) -> Rendered:
    values = {"available": available}
    return _to_company(locale, agency, "credit_expired", company_name, values, EXPIRED)


def company_left_mail(
    *,
    locale: Locale,
    agency: Agency,
    company_name: str,
    until: datetime,
    available: int,
    reserved: int,
) -> Rendered:
    values = {"until": moment(until, locale), "available": available, "reserved": reserved}
    return _to_company(locale, agency, "company_left", company_name, values, LEFT)


def _to_company(
    locale: Locale,
    agency: Agency,
    mail: str,
    company_name: str,
    values: Mapping[str, object],
    purpose: Purpose,
) -> Rendered:
    said = _said(locale, mail)
    return to_company(
        said, values, purpose, locale=locale, agency=agency, company_name=company_name
    )


def _said(locale: Locale, mail: str) -> Mapping[str, Any]:
    said: Mapping[str, Any] = words(locale, "mail")[mail]
    return said
