"""One agency, one company, and every page and mail there is."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Final

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.pages import mail, page
from shared.pages.mail import Rendered

AGENCY: Final = Agency(
    name="みちしるべキャリア株式会社",
    name_en="Michishirube Career Inc.",
    licence_number="13-ユ-316042",
    licence_until=date(2031, 3, 31),
    address="東京都千代田区丸の内一丁目1番1号",
    address_en="1-1-1 Marunouchi, Chiyoda-ku, Tokyo",
    contact_email="support@michishirube.example",
    privacy_url="https://michishirube.example/privacy",
)
COMPANY: Final = "株式会社あおぞら製作所"
LOCALES: Final[tuple[Locale, ...]] = ("ja", "en")
REPLY_BY: Final = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
REFUSALS: Final = {
    "link_not_found": 404,
    "not_found": 404,
    "registration_not_found": 404,
    "method_not_allowed": 405,
    "code_expired": 410,
    "payload_too_large": 413,
    "unsupported_media_type": 415,
    "invalid_request": 422,
    "too_many_requests": 429,
    "resend_limit": 429,
    "internal_error": 500,
    "unavailable": 503,
    "licence_lapsed": 503,
    "something_new": 418,
}
TYPED: Final = {"full_name": "青空 花子", "email": "hanako@", "phone": "abc", "consents.news": "on"}
ERRORS: Final = {
    "email": "malformed",
    "full_name": "too_long",
    "phone": "malformed",
    "consents.core": "needed",
}


def landing(
    locale: Locale = "ja",
    company_name: str = COMPANY,
    *,
    is_open: bool = True,
    values: dict[str, str] | None = None,
    errors: dict[str, str] | None = None,
) -> str:
    return page.landing(
        locale=locale,
        slug="aozora-8f2k",
        company_name=company_name,
        agency=AGENCY,
        is_open=is_open,
        values=values or {},
        errors=errors or {},
    )


def code(
    locale: Locale, error: str | None = None, left: int | None = None, *, resent: bool = False
) -> str:
    return page.code(
        locale=locale,
        registration_id="reg_01",
        agency=AGENCY,
        error=error,
        tries_left=left,
        resent=resent,
    )


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


def welcome(locale: Locale, full_name: str = "青空 花子") -> Rendered:
    return mail.welcome_mail(locale=locale, agency=AGENCY, full_name=full_name, reply_by=REPLY_BY)


def credit(locale: Locale, company_name: str = COMPANY) -> Rendered:
    return mail.credit_granted_mail(
        locale=locale,
        agency=AGENCY,
        company_name=company_name,
        number=3,
        expires_on=date(2028, 11, 22),
        available=2,
    )


PAGES: Final = {f"{name}-{locale}": html for locale in LOCALES for name, html in pages(locale)}
DISTINCT: Final = [name for name in PAGES if name.rsplit("-", 1)[0] not in REFUSALS] + [
    f"{refused}-{locale}" for refused in ("not_found", "code_expired") for locale in LOCALES
]
"""Pages that differ in more than their words."""
MAILS: Final = {f"{name}-{locale}": sent for locale in LOCALES for name, sent in mails(locale)}
