"""The mails of a registration: its code, its welcome, and how it goes later."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from shared.domain.agency import Agency
from shared.domain.candidate_file import Search
from shared.domain.check_in import After
from shared.domain.locale import Locale
from shared.domain.purpose import News, Transactional
from shared.pages.catalogue import one_line, words
from shared.pages.letter import Letter, Rendered
from shared.pages.when import day_of, moment

CODE: Final = Transactional("the form was sent a moment ago: without it nobody is registered")
WELCOME: Final = Transactional("answers the registration: who writes, by when, how to stop")


def code_mail(*, locale: Locale, agency: Agency, code: str, not_me: str | None = None) -> Rendered:
    """Six digits, valid for 15 minutes. Names nobody: the address may be somebody else's.

    Args:
        not_me: where its reader says that it was not them.
    """
    said = words(locale, "mail")["code"]
    aside = (said["not_me"], not_me) if not_me else None
    letter = Letter(said, {"code": code}, CODE, code=code, aside=aside)
    return letter.rendered(locale, agency)


def welcome_mail(*, locale: Locale, agency: Agency, full_name: str, reply_by: datetime) -> Rendered:
    values = {
        "agency": agency.name_in(locale),
        "email": agency.contact_email,
        "reply_by": moment(reply_by, locale),
        "name": one_line(full_name),
    }
    said = words(locale, "mail")["welcome"]
    letter = Letter(
        said,
        values,
        WELCOME,
        greeting=said["greeting"],
        doors=[(said["button"], agency.page("/me", locale))],
        aside=(said["stated"], agency.page("/licence", locale)),
    )
    return letter.rendered(locale, agency)


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
    said = words(locale, "mail")["check_in"]
    values = {
        "agency": agency.name_in(locale),
        "since": day_of(opened_at, locale),
        "span": said["spans"][after],
        "name": one_line(full_name),
    }
    doors = [(said["answers"][search], where) for search, where in answers.items()]
    letter = Letter(said, values, News(leave), greeting=said["greeting"], doors=doors)
    return letter.rendered(locale, agency)
