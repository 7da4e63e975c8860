"""Mails about a candidate's own address: a code for the new one, a word to the old one."""

from typing import Final

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.purpose import Transactional
from shared.pages.catalogue import words
from shared.pages.letter import Letter, Rendered

CODE: Final = Transactional("the new address was typed a moment ago: without it nothing moves")
MOVED: Final = Transactional("whoever reads the old mailbox learns what was changed")


def address_code_mail(*, locale: Locale, agency: Agency, code: str) -> Rendered:
    """Names nobody: the address may be somebody else's."""
    said = words(locale, "own_mail")["code"]
    return Letter(said, {"code": code}, CODE, code=code).rendered(locale, agency)


def address_moved_mail(*, locale: Locale, agency: Agency) -> Rendered:
    """Does not say the new address: this mailbox may be somebody else's by now."""
    said = words(locale, "own_mail")["moved"]
    return Letter(said, {"email": agency.contact_email}, MOVED).rendered(locale, agency)
