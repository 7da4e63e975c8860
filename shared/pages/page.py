"""The four pages a candidate meets, each a whole HTML document in the reader's language."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final, Literal
from urllib.parse import quote

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.occupation import OCCUPATIONS
from shared.pages import mistakes
from shared.pages.catalogue import isolated, words
from shared.pages.consent import TEXTS
from shared.pages.locale import OTHER
from shared.pages.render import document
from shared.pages.when import moment

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
type Onward = Literal["code", "me", "console", "agency", "account", "sign_in"]
_READ_AGAIN: Final = frozenset({"link_not_found", "not_found"})
"""Refusals of a plain GET, where the same address in the other language makes sense."""


def landing(
    *,
    locale: Locale,
    slug: str,
    company_name: str,
    agency: Agency,
    is_open: bool,
    is_paid: bool = False,
    back: str | None = None,
    values: Mapping[str, str] = _NOTHING,
    errors: Mapping[str, str] = _NOTHING,
) -> str:
    """What somebody sees who opened a company's link. Not open: it still helps, without a form.

    Args:
        back: where a member of the company came from to look; the form cannot be sent.
        is_paid: an advertisement led here; the form says so, and the page in the other language.
        values: what the person typed, kept.
        errors: field -> missing | malformed | too_long | needed.
    """
    here = f"/r/{quote(slug, safe='')}"
    wrong = mistakes.sentences(errors, words(locale, "landing")["errors"])
    touched = wrong.keys() | {name for name, value in values.items() if value}
    return document(
        "landing",
        locale,
        agency,
        here=here,
        company=isolated(company_name),
        is_open=is_open,
        is_paid=is_paid,
        back=back,
        values=values,
        mistakes=wrong,
        wishes_open=bool(mistakes.WISHES & touched),
        consents=TEXTS[locale],
        occupations=OCCUPATIONS,
        switch=f"{'' if back else here}?lang={OTHER[locale]}{'&paid=1' if is_paid else ''}",
    )


def code(
    *,
    locale: Locale,
    registration_id: str,
    agency: Agency,
    error: str | None = None,
    tries_left: int | None = None,
    resent: bool = False,
) -> str:
    """Where the code from the mail is typed. `error` is None, code_invalid or code_malformed."""
    said = words(locale, "code")["errors"]
    here = f"/registrations/{quote(registration_id, safe='')}/verification"
    return document(
        "code",
        locale,
        agency,
        here=here,
        mistakes=mistakes.of_code(error, tries_left, said),
        resent=resent,
        switch=f"{here}?lang={OTHER[locale]}",
    )


def registered(*, locale: Locale, agency: Agency, reply_by: datetime) -> str:
    """The same page for everybody, counted or not."""
    until = moment(reply_by, locale)
    switch = f"?lang={OTHER[locale]}"
    return document("registered", locale, agency, reply_by=until, switch=switch)


def refusal(
    *, locale: Locale, agency: Agency, code: str, onward: tuple[Onward, str] | None = None
) -> str:
    """What happened and what can be done next. A code without words of its own gets kind ones.

    Args:
        onward: the name of a way on, and where it leads.
    """
    said = words(locale, "refusal")
    own = said.get(code, said["general"])
    switch = f"?lang={OTHER[locale]}" if code in _READ_AGAIN else None
    return document("refusal", locale, agency, said=own, onward=onward, switch=switch)
