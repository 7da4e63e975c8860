"""Mails about a candidate's own address and data: codes, and a word to the address before."""

from typing import Final

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.purpose import Transactional
from shared.pages.catalogue import words
from shared.pages.letter import Letter, Rendered

CODE: Final = Transactional("the new address was typed a moment ago: without it nothing moves")
MOVED: Final = Transactional("whoever reads the old mailbox learns what was changed")
RIGHTS: Final = Transactional("they asked about their data and wait: the code shows it is they")


def address_code_mail(*, locale: Locale, agency: Agency, code: str) -> Rendered:
    """Names nobody: the address may be somebody else's."""
    said = words(locale, "own_mail")["code"]
    return Letter(said, {"code": code}, CODE, code=code).rendered(locale, agency)


def address_moved_mail(*, locale: Locale, agency: Agency) -> Rendered:
    """Does not say the new address: this mailbox may be somebody else's by now."""
    said = words(locale, "own_mail")["moved"]
    return Letter(said, {"email": agency.contact_email}, MOVED).rendered(locale, agency)


def rights_code_mail(*, locale: Locale, agency: Agency, code: str) -> Rendered:
    """Six digits, valid for a day: they are read out or written back."""
    said = words(locale, "own_mail")["rights"]
    values = {"code": code, "agency": agency.name_in(locale), "email": agency.contact_email}
    return Letter(said, values, RIGHTS, code=code).rendered(locale, agency)
