"""The mails: subject, text and HTML, made of the same sentences so that both parts say the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from shared.domain import tokyo
from shared.domain.agency import Agency
from shared.domain.candidate_file import Search
from shared.domain.check_in import After
from shared.domain.locale import Locale
from shared.domain.purpose import News, Purpose, Transactional
from shared.domain.rules import THRESHOLD
from shared.pages.catalogue import one_line, words
from shared.pages.letter import GOLD, Letter
from shared.pages.when import day, moment

CODE: Final = Transactional("the form was sent a moment ago: without it nobody is registered")
WELCOME: Final = Transactional("answers the registration: who writes, by when, how to stop")
APPROVED: Final = Transactional("answers a company's own request to take part: it may begin")
CREDIT: Final = Transactional("says what a company now holds under its contract, and until when")

EXPIRING: Final = Transactional("says when what a company holds under its contract ends")
EXPIRED: Final = Transactional("what a company held under its contract has ended")
LEFT: Final = Transactional("answers a company that left: what goes on, and until when")
ACCEPTED: Final = Transactional("answers a company's job order: the agency looks for somebody")
REFUSED: Final = Transactional("answers a company's job order, with the reason it is owed")


@dataclass(frozen=True, slots=True)
class Rendered:
    """The subject never holds what a person typed."""

    subject: str
    text: str
    html: str
    purpose: Purpose


def code_mail(*, locale: Locale, agency: Agency, code: str) -> Rendered:
    """Six digits, valid for 15 minutes. Names nobody: the address may be somebody else's."""
    letter = Letter(_said(locale, "code"), {"code": code}, CODE, code=code)
    return _rendered(letter, locale, agency)


def welcome_mail(*, locale: Locale, agency: Agency, full_name: str, reply_by: datetime) -> Rendered:
    values = {
        "agency": agency.name_in(locale),
        "email": agency.contact_email,
        "reply_by": moment(reply_by, locale),
        "name": one_line(full_name),
    }
    said = _said(locale, "welcome")
    return _rendered(Letter(said, values, WELCOME, greeting=said["greeting"]), locale, agency)


def check_in_mail(
    *,
    locale: Locale,
    agency: Agency,
    full_name: str,
    opened_at: datetime,
    after: After,
    answers: Mapping[Search, str],
    leave: str,
) -> Rendered:
    """Asks a candidate how it goes.

    Args:
        answers: where each answer leads.
        leave: where one click ends such mails.
    """
    said = _said(locale, "check_in")
    values = {
        "agency": agency.name_in(locale),
        "since": day(tokyo.day(opened_at), locale),
        "span": said["spans"][after],
        "name": one_line(full_name),
    }
    doors = [(said["answers"][search], where) for search, where in answers.items()]
    letter = Letter(said, values, News(leave), greeting=said["greeting"], doors=doors)
    return _rendered(letter, locale, agency)


def credit_granted_mail(
    *,
    locale: Locale,
    agency: Agency,
    company_name: str,
    number: int,
    counted: int,
    expires_on: date,
    available: int,
) -> Rendered:
    """To a company, for its `number`-th milestone, at `counted` counted referrals."""
    values = {
        "company": one_line(company_name),
        "email": agency.contact_email,
        "number": number,
        "count": counted,
        "available": available,
        "expires_on": day(expires_on, locale),
    }
    said = _said(locale, "credit")
    letter = Letter(
        said, values, CREDIT, greeting=said["greeting"], facts=said["facts"], baton=GOLD
    )
    return _rendered(letter, locale, agency)


def credit_expiring_mail(
    *, locale: Locale, agency: Agency, company_name: str, until: datetime, available: int
) -> Rendered:
    values = {"until": moment(until, locale), "available": available}
    return _to_company(locale, agency, "credit_expiring", company_name, values, EXPIRING)


def credit_expired_mail(
    *, locale: Locale, agency: Agency, company_name: str, available: int
) -> Rendered:
    values = {"available": available}
    return _to_company(locale, agency, "credit_expired", company_name, values, EXPIRED)


def company_left_mail(
    *,
    locale: Locale,
    agency: Agency,
    company_name: str,
    until: datetime,
    available: int,
    reserved: int,
) -> Rendered:
    values = {"until": moment(until, locale), "available": available, "reserved": reserved}
    return _to_company(locale, agency, "company_left", company_name, values, LEFT)


def _to_company(
    locale: Locale,
    agency: Agency,
    mail: str,
    company_name: str,
    values: Mapping[str, object],
    purpose: Purpose,
) -> Rendered:
    said = _said(locale, mail)
    named = {"company": one_line(company_name), "email": agency.contact_email, **values}
    letter = Letter(said, named, purpose, greeting=said["greeting"], facts=said["facts"])
    return _rendered(letter, locale, agency)


def job_accepted_mail(*, locale: Locale, agency: Agency, company_name: str, title: str) -> Rendered:
    values = {
        "company": one_line(company_name),
        "email": agency.contact_email,
        "title": one_line(title),
    }
    said = _said(locale, "job_accepted")
    return _rendered(Letter(said, values, ACCEPTED, greeting=said["greeting"]), locale, agency)


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
    return _rendered(Letter(said, values, REFUSED, greeting=said["greeting"]), locale, agency)


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
    return _rendered(letter, locale, agency)


def _said(locale: Locale, mail: str) -> Mapping[str, Any]:
    said: Mapping[str, Any] = words(locale, "mail")[mail]
    return said


def _rendered(letter: Letter, locale: Locale, agency: Agency) -> Rendered:
    return Rendered(
        letter.subject(),
        letter.text(locale, agency),
        letter.html(locale, agency),
        letter.purpose,
    )
