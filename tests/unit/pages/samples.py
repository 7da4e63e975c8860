"""One agency, one company, and what we say in their names."""

from datetime import UTC, datetime, timedelta
from typing import Final

from shared.domain.candidate_file import Search
from shared.domain.job_order import Refusal
from shared.domain.locale import Locale
from shared.domain.member import Role
from shared.domain.message import Author, Message
from shared.domain.seat import CompanyRole
from shared.pages import (
    aftercare,
    candidate_mail,
    company_mail,
    credit_mail,
    mail,
    page,
    sign_in_mail,
)
from shared.pages.catalogue import words
from shared.pages.letter import Letter, Rendered
from shared.pages.thread import thread
from tests.support.builders import AGENCY

COMPANY: Final = "株式会社あおぞら製作所"
TITLE: Final = "バックエンドエンジニア(東京・在宅可)"
EXPLAINED: Final = "固定残業代の時間数と、契約更新の基準をお知らせください。"
LOCALES: Final[tuple[Locale, ...]] = ("ja", "en")
REPLY_BY: Final = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
SITE: Final = "https://relay.example"
NEWS_TOKEN: Final = "cnd_01JD3F6Q4M8XW2R5T7V9Y0ABCD~30_days.Zx2kV0c5Qm1rT8sYw3uLpA"
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


def welcome(locale: Locale, full_name: str = "青空 花子") -> Rendered:
    return mail.welcome_mail(locale=locale, agency=AGENCY, full_name=full_name, reply_by=REPLY_BY)


def credit(locale: Locale, company_name: str = COMPANY) -> Rendered:
    return credit_mail.credit_granted_mail(
        locale=locale,
        agency=AGENCY,
        company_name=company_name,
        number=1,
        counted=10,
        until=datetime(2028, 11, 22, 9, tzinfo=UTC),
        available=1,
    )


def a_fact(label: str, value: str) -> Rendered:
    """A company's mail with this one fact."""
    said = {**words("en", "mail")["credit"], "facts": [{"label": label, "value": "{value}"}]}
    filled = {"value": value, "count": 10, "company": COMPANY, "email": "", "expires_on": ""}
    letter = Letter(said, filled, credit_mail.CREDIT, facts=said["facts"])
    return letter.rendered("en", AGENCY)


def credit_expiring(locale: Locale) -> Rendered:
    return credit_mail.credit_expiring_mail(
        locale=locale, agency=AGENCY, company_name=COMPANY, until=REPLY_BY, available=3
    )


def credit_expired(locale: Locale) -> Rendered:
    return credit_mail.credit_expired_mail(
        locale=locale, agency=AGENCY, company_name=COMPANY, available=2
    )


def company_left(locale: Locale) -> Rendered:
    return credit_mail.company_left_mail(
        locale=locale,
        agency=AGENCY,
        company_name=COMPANY,
        until=REPLY_BY,
        available=2,
        reserved=1,
    )


def job_accepted(locale: Locale, company_name: str = COMPANY, title: str = TITLE) -> Rendered:
    return company_mail.job_accepted_mail(
        locale=locale, agency=AGENCY, company_name=company_name, title=title
    )


def job_refused(
    locale: Locale, company_name: str = COMPANY, title: str = TITLE, text: str = EXPLAINED
) -> Rendered:
    return company_mail.job_refused_mail(
        locale=locale,
        agency=AGENCY,
        company_name=company_name,
        title=title,
        reason=Refusal.CONDITIONS_NOT_STATED,
        text=text,
    )


def approved(locale: Locale, company_name: str = COMPANY) -> Rendered:
    return company_mail.company_approved_mail(
        locale=locale,
        agency=AGENCY,
        company_name=company_name,
        sign_in=f"{SITE}/sign-in?lang={locale}",
    )


def sign_in(locale: Locale) -> Rendered:
    return sign_in_mail.sign_in_mail(locale=locale, agency=AGENCY, code="123456")


def invited(locale: Locale) -> Rendered:
    return sign_in_mail.invited_mail(
        locale=locale,
        agency=AGENCY,
        company=COMPANY,
        name="青空 花子",
        role=CompanyRole.RECRUITER,
        link=f"{SITE}/sign-in?lang={locale}",
    )


def colleague(locale: Locale) -> Rendered:
    return sign_in_mail.colleague_mail(
        locale=locale,
        agency=AGENCY,
        name="青空 花子",
        role=Role.ADVISER,
        link=f"{SITE}/sign-in?lang={locale}",
    )


def adviser(locale: Locale, full_name: str = "青空 花子") -> Rendered:
    return candidate_mail.adviser_mail(
        locale=locale, agency=AGENCY, full_name=full_name, adviser="道標 次郎"
    )


def message_waits(locale: Locale, full_name: str = "青空 花子") -> Rendered:
    return candidate_mail.message_mail(
        locale=locale,
        agency=AGENCY,
        full_name=full_name,
        link="https://relay.example/messages/cnd_01~msg_01.q83vEjRWeJCrze8SNFZ4kA?lang=ja",
        until=REPLY_BY,
    )


WRITTEN: Final = (
    Message("msg_2", Author.CANDIDATE, "水曜の10時からお願いします。", REPLY_BY),
    Message(
        "msg_1",
        Author.ADVISER,
        "青空様\n\n来週、30分ほどお話しできますか。\n・火曜 14:00\n・水曜 10:00",
        REPLY_BY - timedelta(hours=20),
    ),
)


def messages(
    locale: Locale, error: str | None = None, *, text: str = "", sent: bool = False
) -> str:
    return thread(
        locale=locale,
        token="cnd_01~msg_01.q83vEjRWeJCrze8SNFZ4kA",
        agency=AGENCY,
        messages=WRITTEN if sent else WRITTEN[1:],
        text=text,
        error=error,
        sent=sent,
    )


def check_in_mail(locale: Locale, full_name: str = "青空 花子") -> Rendered:
    page = f"{SITE}/check-ins/{NEWS_TOKEN}?lang={locale}&answer="
    return mail.check_in_mail(
        locale=locale,
        agency=AGENCY,
        full_name=full_name,
        opened_at=REPLY_BY,
        after="6_months",
        answers={search: f"{page}{search}" for search in Search},
        leave=f"{SITE}/unsubscribe/{NEWS_TOKEN}?lang={locale}",
    )


def check_in(
    locale: Locale = "ja", chosen: Search | None = None, answered: Search | None = None
) -> str:
    return aftercare.check_in(
        locale=locale,
        agency=AGENCY,
        token=NEWS_TOKEN,
        chosen=chosen,
        answered=answered,
        reply_by=REPLY_BY,
        now=REPLY_BY - timedelta(days=1),
    )


def unsubscribe(locale: Locale = "ja", *, done: bool = False) -> str:
    page = aftercare.unsubscribed if done else aftercare.unsubscribe
    return page(locale=locale, agency=AGENCY, token=NEWS_TOKEN)
