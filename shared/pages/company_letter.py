"""A letter to a company's contact: what all of them have in common."""

from collections.abc import Mapping
from typing import TypedDict

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.purpose import Purpose
from shared.pages.catalogue import one_line, words
from shared.pages.letter import DAWN, Letter, Rendered


class To(TypedDict):
    """To which company a letter goes, in which language and from whom."""

    locale: Locale
    agency: Agency
    company_name: str


def to_company(
    page: str,
    mail: str,
    purpose: Purpose,
    values: Mapping[str, object] | None = None,
    *,
    locale: Locale,
    agency: Agency,
    company_name: str,
    baton: str = DAWN,
    door: str = "",
) -> Rendered:
    """`page` is where the words of this `mail` are; `values` are what they need of their own.

    Args:
        door: where its one button leads, worded `button`.
    """
    said = words(locale, page)[mail]
    filled = {
        "agency": agency.name_in(locale),
        "company": one_line(company_name),
        "email": agency.contact_email,
        **(values or {}),
    }
    facts = said.get("facts", ())
    doors = [(said["button"], door)] if door else []
    letter = Letter(
        said, filled, purpose, greeting=said["greeting"], facts=facts, doors=doors, baton=baton
    )
    return letter.rendered(locale, agency)
