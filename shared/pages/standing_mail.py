"""Mails to a company whose part in the programme pauses, or goes on."""

from typing import Final, Unpack

from shared.domain.purpose import Transactional
from shared.pages.company_letter import To, to_company
from shared.pages.letter import Rendered

SUSPENDED: Final = Transactional("says what a company's contract gives it less of for now")
RESUMED: Final = Transactional("says that a company's contract is in full use again")


def company_suspended_mail(**to: Unpack[To]) -> Rendered:
    """Why, is said by whoever at the agency decided it."""
    return to_company("company_mail", "suspended", SUSPENDED, **to)


def company_resumed_mail(**to: Unpack[To]) -> Rendered:
    return to_company("company_mail", "resumed", RESUMED, **to)
