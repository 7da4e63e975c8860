"""Mails to a company whose part in the programme pauses, or goes on."""

from typing import Final

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.purpose import Transactional
from shared.pages.catalogue import words
from shared.pages.company_letter import to_company
from shared.pages.letter import Rendered

SUSPENDED: Final = Transactional("says what a company's contract gives it less of for now")
RESUMED: Final = Transactional("says that a company's contract is in full use again")


def company_suspended_mail(*, locale: Locale, agency: Agency, company_name: str) -> Rendered:
    """Why, is said by whoever at the agency decided it."""
    said = words(locale, "company_mail")["suspended"]
    to = agency.name_in(locale)
    return to_company(
        said, {"agency": to}, SUSPENDED, locale=locale, agency=agency, company_name=company_name
    )


def company_resumed_mail(*, locale: Locale, agency: Agency, company_name: str) -> Rendered:
    said = words(locale, "company_mail")["resumed"]
    to = agency.name_in(locale)
    return to_company(
        said, {"agency": to}, RESUMED, locale=locale, agency=agency, company_name=company_name
    )
