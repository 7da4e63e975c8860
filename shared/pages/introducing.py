"""The mails of a recommendation: a question to the candidate, a word to the company."""

from collections.abc import Sequence
from typing import Any, Final

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.purpose import Transactional
from shared.domain.recommendation import Item
from shared.pages.catalogue import one_line, words
from shared.pages.letter import Letter, Rendered

ASKED: Final = Transactional("nobody is recommended without the candidate's own yes to this job")
RECOMMENDED: Final = Transactional("answers a company's job order: somebody is recommended for it")


def consent_asked_mail(
    *,
    locale: Locale,
    agency: Agency,
    full_name: str,
    company: str,
    title: str,
    items: Sequence[Item],
    link: str,
) -> Rendered:
    """`link` leads to the page where yes or no is said."""
    names = words(locale, "consents")["items"]
    values = {
        "agency": agency.name_in(locale),
        "email": agency.contact_email,
        "name": one_line(full_name),
        "company": one_line(company),
        "title": one_line(title),
        "items": words(locale, "introducing")["and"].join(names[item] for item in items),
    }
    return _rendered("asked", values, ASKED, locale, agency, link)


def recommended_mail(
    *, locale: Locale, agency: Agency, company: str, title: str, job_order_id: str
) -> Rendered:
    """To the company that hires. Who is recommended is read where it is kept, not here."""
    values = {
        "agency": agency.name_in(locale),
        "email": agency.contact_email,
        "company": one_line(company),
        "title": one_line(title),
        "job_order": job_order_id,
    }
    return _rendered("recommended", values, RECOMMENDED, locale, agency)


def _rendered(
    mail: str,
    values: dict[str, Any],
    purpose: Transactional,
    locale: Locale,
    agency: Agency,
    link: str = "",
) -> Rendered:
    said = words(locale, "introducing")[mail]
    doors = [(said["button"], link)] if link else []
    letter = Letter(said, values, purpose, greeting=said["greeting"], doors=doors)
    return letter.rendered(locale, agency)
