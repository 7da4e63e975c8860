"""A letter to a company's contact: what all of them have in common."""

from collections.abc import Mapping
from typing import Any

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.purpose import Purpose
from shared.pages.catalogue import one_line
from shared.pages.letter import Letter, Rendered


def to_company(
    said: Mapping[str, Any],
    values: Mapping[str, object],
    purpose: Purpose,
    *,
    locale: Locale,
    agency: Agency,
    company_name: str,
) -> Rendered:
    named = {"company": one_line(company_name), "email": agency.contact_email, **values}
    facts = said.get("facts", ())
    letter = Letter(said, named, purpose, greeting=said["greeting"], facts=facts)
    return letter.rendered(locale, agency)
