"""The mails of a recommendation: a question to the candidate, a word to the company."""

from collections.abc import Sequence
from typing import Final, Unpack

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.purpose import Transactional
from shared.domain.recommendation import Item
from shared.pages.catalogue import one_line, words
from shared.pages.company_letter import To, to_company
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
    said = words(locale, "introducing")["asked"]
    doors = [(said["button"], link)]
    letter = Letter(said, values, ASKED, greeting=said["greeting"], doors=doors)
    return letter.rendered(locale, agency)


def recommended_mail(*, title: str, job_order_id: str, **to: Unpack[To]) -> Rendered:
    """To the company that hires. Who is recommended is read where it is kept, not here."""
    values = {"title": one_line(title)}
    door = to["agency"].page(f"/console/job-orders/{job_order_id}", to["locale"])
    return to_company("introducing", "recommended", RECOMMENDED, values, door=door, **to)
