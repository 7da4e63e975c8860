"""Mails to somebody who has a file: who their adviser is, and that a message waits."""

from datetime import datetime
from typing import Final

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.purpose import Transactional
from shared.pages.catalogue import one_line, words
from shared.pages.letter import Letter, Rendered
from shared.pages.when import moment

ADVISER: Final = Transactional("says who does what the candidate asked for, and how to reach them")
MESSAGE: Final = Transactional("somebody wrote to the candidate about the support they asked for")


def adviser_mail(*, locale: Locale, agency: Agency, full_name: str, adviser: str) -> Rendered:
    said = words(locale, "candidate_mail")["adviser"]
    values = {**_values(locale, agency, full_name), "adviser": one_line(adviser)}
    doors = [(said["button"], agency.page("/me/messages", locale))]
    letter = Letter(said, values, ADVISER, greeting=said["greeting"], doors=doors)
    return letter.rendered(locale, agency)


def message_mail(
    *, locale: Locale, agency: Agency, full_name: str, link: str, until: datetime
) -> Rendered:
    """A notice without what was written: a mailbox is not always one person's."""
    said = words(locale, "candidate_mail")["message"]
    values = {**_values(locale, agency, full_name), "until": moment(until, locale)}
    doors = [(said["button"], link)]
    aside = (said["own"], agency.page("/me/messages", locale))
    letter = Letter(said, values, MESSAGE, greeting=said["greeting"], doors=doors, aside=aside)
    return letter.rendered(locale, agency)


def _values(locale: Locale, agency: Agency, full_name: str) -> dict[str, object]:
    return {
        "agency": agency.name_in(locale),
        "email": agency.contact_email,
        "name": one_line(full_name),
    }
