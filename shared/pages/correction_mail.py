"""Mails to a company about a credit that was taken back, or set right by the agency."""

from datetime import datetime
from typing import Final

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.purpose import Transactional
from shared.pages.catalogue import words
from shared.pages.company_letter import to_company
from shared.pages.letter import Rendered
from shared.pages.when import moment

VOIDED: Final = Transactional("says that a company holds less under its contract, and why")
ADJUSTED: Final = Transactional("says that what a company holds under its contract was set right")


def credit_voided_mail(
    *, locale: Locale, agency: Agency, company_name: str, available: int
) -> Rendered:
    return to_company(
        words(locale, "company_mail")["credit_voided"],
        {"available": available},
        VOIDED,
        locale=locale,
        agency=agency,
        company_name=company_name,
    )


def credit_adjusted_mail(
    *,
    locale: Locale,
    agency: Agency,
    company_name: str,
    given_until: datetime | None,
    available: int,
) -> Rendered:
    """`given_until` is until when a credit that was given is good; None where one was taken."""
    values: dict[str, object] = {"available": available}
    if given_until:
        values["until"] = moment(given_until, locale)
    return to_company(
        words(locale, "company_mail")["credit_given" if given_until else "credit_taken"],
        values,
        ADJUSTED,
        locale=locale,
        agency=agency,
        company_name=company_name,
    )
