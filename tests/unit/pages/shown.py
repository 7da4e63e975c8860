"""Every page and every mail there is, in both languages, by name."""

from collections.abc import Iterator
from typing import Final

from shared.domain.locale import Locale
from shared.pages import mail, page
from shared.pages.mail import Rendered
from tests.unit.pages.samples import (
    AGENCY,
    ERRORS,
    LOCALES,
    REPLY_BY,
    TYPED,
    code,
    credit,
    landing,
    welcome,
)

REFUSALS: Final = {
    "link_not_found": 404,
    "not_found": 404,
    "registration_not_found": 404,
    "method_not_allowed": 405,
    "code_expired": 410,
    "payload_too_large": 413,
    "unsupported_media_type": 415,
    "invalid_request": 422,
    "malformed_body": 400,
    "too_many_requests": 429,
    "resend_limit": 429,
    "internal_error": 500,
    "unavailable": 503,
    "licence_lapsed": 503,
    "something_new": 418,
}


def pages(locale: Locale) -> Iterator[tuple[str, str]]:
    """Every page, by name."""
    yield "landing", landing(locale)
    yield "landing-mistakes", landing(locale, values=TYPED, errors=ERRORS)
    yield "landing-closed", landing(locale, is_open=False)
    yield "code", code(locale)
    yield "code-wrong", code(locale, "code_invalid", 3)
    yield "code-malformed", code(locale, "code_malformed", resent=True)
    yield "registered", page.registered(locale=locale, agency=AGENCY, reply_by=REPLY_BY)
    for refused, status in REFUSALS.items():
        again = "/r/aozora-8f2k" if refused == "code_expired" else None
        yield (
            refused,
            page.refusal(
                locale=locale, agency=AGENCY, code=refused, status=status, retry_url=again
            ),
        )


def mails(locale: Locale) -> Iterator[tuple[str, Rendered]]:
    """Every mail, by name."""
    yield "mail-code", mail.code_mail(locale=locale, agency=AGENCY, code="123456")
    yield "mail-welcome", welcome(locale)
    yield "mail-credit", credit(locale)


PAGES: Final = {f"{name}-{locale}": html for locale in LOCALES for name, html in pages(locale)}
DISTINCT: Final = [name for name in PAGES if name.rsplit("-", 1)[0] not in REFUSALS] + [
    f"{refused}-{locale}" for refused in ("not_found", "code_expired") for locale in LOCALES
]
"""Pages that differ in more than their words."""
MAILS: Final = {f"{name}-{locale}": sent for locale in LOCALES for name, sent in mails(locale)}
