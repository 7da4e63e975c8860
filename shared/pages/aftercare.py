"""What a candidate opens from a check-in's mail: how it goes, and how such mails end."""

from datetime import datetime
from urllib.parse import quote

from shared.domain.agency import Agency
from shared.domain.candidate_file import Search
from shared.domain.locale import Locale
from shared.pages.locale import OTHER
from shared.pages.render import document
from shared.pages.when import moment


def check_in(
    *,
    locale: Locale,
    agency: Agency,
    token: str,
    chosen: Search | None = None,
    answered: Search | None = None,
    reply_by: datetime | None = None,
    now: datetime,
) -> str:
    """Three answers, a button each.

    Args:
        chosen: the one the link was for; it comes first.
        answered: what the file says by now, once there was an answer.
        reply_by: until then the adviser writes.
    """
    here = f"/check-ins/{quote(token, safe='~')}"
    first = answered or chosen
    return document(
        "check_in",
        locale,
        agency,
        here=here,
        chosen=chosen,
        answered=answered,
        others=[search for search in Search if search is not first],
        reply_by=moment(reply_by, locale) if reply_by and reply_by > now else None,
        switch=f"?lang={OTHER[locale]}{_again(chosen, answered)}",
    )


def _again(chosen: Search | None, answered: Search | None) -> str:
    if answered:
        return "&answered=1"
    return f"&answer={chosen}" if chosen else ""


def unsubscribe(*, locale: Locale, agency: Agency, token: str) -> str:
    """One button; opening the page ends nothing."""
    return _unsubscribe(locale, agency, token, done=False)


def unsubscribed(*, locale: Locale, agency: Agency, token: str) -> str:
    return _unsubscribe(locale, agency, token, done=True)


def _unsubscribe(locale: Locale, agency: Agency, token: str, *, done: bool) -> str:
    here = f"/unsubscribe/{quote(token, safe='~')}"
    switch = None if done else f"?lang={OTHER[locale]}"
    return document("unsubscribe", locale, agency, here=here, done=done, switch=switch)
