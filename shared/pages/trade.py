"""A company's industry and how many people it has, in words; what was said in words stays so."""

import re
from collections.abc import Mapping
from typing import Final

from shared.domain.locale import Locale
from shared.pages.catalogue import words

BANDS: Final = ("1-49", "50-99", "100-299", "300-999", "1000-4999", "5000-")


def industries(locale: Locale) -> Mapping[str, str]:
    """The divisions of the JSIC, by letter."""
    found: Mapping[str, str] = words(locale, "trade")["industries"]
    return found


def sizes(locale: Locale) -> Mapping[str, str]:
    return {band: size(band, locale) for band in BANDS}


def industry(said: str, locale: Locale) -> str:
    return industries(locale).get(said, said)


def size(band: str, locale: Locale) -> str:
    """
    >>> size("1000-4999", "en"), size("5000-", "en"), size("a dozen", "en")
    ('1,000 to 4,999 people', '5,000 people or more', 'a dozen')
    """
    ends = re.fullmatch(r"([0-9]+)-([0-9]*)", band)
    if ends is None:
        return band
    low, high = (f"{int(end):,}" if end else "" for end in ends.groups())
    said = words(locale, "trade")
    return str(said["size"] if high else said["size_from"]).format(low=low, high=high)
