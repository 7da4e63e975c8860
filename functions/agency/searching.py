"""What somebody looks for, told by how it is written: an address, a number, or a name."""

import unicodedata
from typing import Final

from shared.domain.candidate_file import CandidateFile
from shared.domain.company import Company
from shared.domain.finding import is_meant, term
from shared.kana import plain
from shared.phone import e164
from shared.ports.speaking import Secrecy
from shared.table.searches import Found, Searches

FEWEST_DIGITS: Final = 6


def search(
    asked: str, *, searches: Searches, secrecy: Secrecy, after: str | None
) -> tuple[list[Found], str | None] | None:
    """Addresses and numbers exactly, names by their beginning. None: too little was typed.

    Of a page some may not be meant: the index knows a name's first letters, the rest is compared.
    """
    narrow = unicodedata.normalize("NFKC", asked).strip()
    if "@" in narrow:
        return searches.by_address(secrecy.person(narrow)), None
    if number := _number(narrow):
        return searches.by_phone(secrecy.phone(number)), None
    words = plain(narrow)
    looked_up = term(words)
    if looked_up is None:
        return None
    found, following = searches.by_beginning(secrecy.found(looked_up), after=after)
    return [one for one in found if is_meant(words, *map(plain, _names(one)))], following


def _number(narrow: str) -> str | None:
    digits = sum(letter.isdigit() for letter in narrow)
    if digits < FEWEST_DIGITS or any(letter.isalpha() for letter in narrow):
        return None
    return e164(narrow)


def _names(found: Found) -> tuple[str, ...]:
    match found:
        case CandidateFile():
            return (found.reading or "", found.candidate.full_name)
        case Company():
            return (found.name,)
    return (found.order.title,)
