"""Mails to a company about its part in the programme and its job orders."""

from collections.abc import Mapping
from typing import Any, Final

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.purpose import Transactional
from shared.domain.rules import THRESHOLD
from shared.pages.catalogue import one_line, words
from shared.pages.letter import Letter, Rendered

APPROVED: Final = Transactional("answers a company's own request to take part: it may begin")
ACCEPTED: Final = Transactional("answers a company's job order: the agency looks for somebody")
REFUSED: Final = Transactional("answers a company's job order, with the reason it is owed")


def company_approved_mail(*, locale: Locale, agency: Agency, company_name: str) -> Rendered:
    """To a company the agency let in: what to do next."""
    values = {
        "agency": agency.name_in(locale),
        "company": one_line(company_name),
        "email": agency.contact_email,
        "threshold": THRESHOLD,
    }
    said = _said(locale, "approved")
    letter = Letter(said, values, APPROVED, greeting=said["greeting"])
    return letter.rendered(locale, agency)


def job_accepted_mail(*, locale: Locale, agency: Agency, company_name: str, title: str) -> Rendered:
    values = {
        "company": one_line(company_name),
        "email": agency.contact_email,
        "title": one_line(title),
    }
    said = _said(locale, "job_accepted")
    return Letter(said, values, ACCEPTED, greeting=said["greeting"]).rendered(locale, agency)


def job_refused_mail(
    *, locale: Locale, agency: Agency, company_name: str, title: str, reason: str, text: str
) -> Rendered:
    """`reason` is one of shared.domain.job_order.Refusal; `text` is the agency's own."""
    said = _said(locale, "job_refused")
    values = {
        "company": one_line(company_name),
        "email": agency.contact_email,
        "title": one_line(title),
        "reason": said["reasons"][reason],
        "details": one_line(text),
    }
    return Letter(said, values, REFUSED, greeting=said["greeting"]).rendered(locale, agency)


def _said(locale: Locale, mail: str) -> Mapping[str, Any]:
    said: Mapping[str, Any] = words(locale, "mail")[mail]
    return said
