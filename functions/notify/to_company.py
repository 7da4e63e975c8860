"""A company's mail: to its contact, in its language, under the company's own tag."""

from collections.abc import Callable
from dataclasses import replace

from functions.notify.flow import Due, Letter, Notice
from shared.contracts.events import Event
from shared.domain.agency import Agency
from shared.domain.company import Company
from shared.domain.locale import Locale
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
    return Due(
        once or fact.event_id,
        company.contact_email,
        lambda: letter(_to(company, agency, company.locale)),
        {"mail": mail, "company": company.company_id},
    )


def about_credits(
    fact: Event,
    company: Company,
    agency: Agency,
    mail: str,
    letter: Callable[[To], Letter],
    *,
    once: str = "",
) -> Due:
    """The same, to whoever of its people asked to hear of credits; see `hearing.each`."""
    notice = Notice(company.company_id, lambda locale: letter(_to(company, agency, locale)))
    return replace(to_company(fact, company, agency, mail, letter, once=once), notice=notice)


def _to(company: Company, agency: Agency, locale: Locale) -> To:
    return To(locale=locale, agency=agency, company_name=company.name)
