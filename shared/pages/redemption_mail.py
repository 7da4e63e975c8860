"""Mails to a company about a credit that was spent, or came back."""

from datetime import datetime
from typing import Final

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.purpose import Transactional
from shared.pages.catalogue import one_line, words
from shared.pages.company_letter import to_company
from shared.pages.letter import Rendered
from shared.pages.when import moment

CONSUMED: Final = Transactional("says what a company's hire cost it, and that a credit paid for it")
RESTORED: Final = Transactional("gives a company back what it holds under its contract")


def credit_consumed_mail(
    *,
    locale: Locale,
    agency: Agency,
    company_name: str,
    title: str,
    due_jpy: int,
    available: int,
) -> Rendered:
    """`due_jpy` is what the credit does not cover: the fee for income above the cap."""
    mail = "credit_consumed_due" if due_jpy else "credit_consumed"
    values = {"title": one_line(title), "due": f"{due_jpy:,}", "available": available}
    return to_company(
        words(locale, "company_mail")[mail],
        values,
        CONSUMED,
        locale=locale,
        agency=agency,
        company_name=company_name,
    )


def credit_restored_mail(
    *, locale: Locale, agency: Agency, company_name: str, until: datetime, available: int
) -> Rendered:
    return to_company(
        words(locale, "company_mail")["credit_restored"],
        {"until": moment(until, locale), "available": available},
        RESTORED,
        locale=locale,
        agency=agency,
        company_name=company_name,
    )
