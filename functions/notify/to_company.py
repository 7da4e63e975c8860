"""A company's mail: to its contact, in its language, under the company's own tag."""

from collections.abc import Callable

from functions.notify.flow import Due, Letter
from shared.contracts.events import Event
from shared.domain.agency import Agency
from shared.domain.company import Company
from shared.pages.company_letter import To


def to_company(
    fact: Event,
    company: Company,
    agency: Agency,
    mail: str,
    letter: Callable[[To], Letter],
    *,
    once: str = "",
) -> Due:
    """
    Args:
        once: what the mail is called, where several facts mean one; else the fact is its name.
    """
    to = To(locale=company.locale, agency=agency, company_name=company.name)
    return Due(
        once or fact.event_id,
        company.contact_email,
        lambda: letter(to),
        {"mail": mail, "company": company.company_id},
    )
