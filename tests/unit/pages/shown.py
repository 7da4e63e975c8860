"""Every page and every mail there is, in both languages, by name."""

from collections.abc import Iterator
from typing import Final

from shared.domain.candidate_file import Search
from shared.domain.locale import Locale
from shared.domain.rules import FIRST
from shared.pages import mail, own_mail, page, texts
from shared.pages.letter import Rendered
from shared.pages.public import public
from shared.pages.sample_mail import sample_mail
from shared.pages.sentences import snippet
from tests.support.builders import AGENCY
from tests.unit.pages.company_mails import company_mails
from tests.unit.pages.introducing import asked, consents, recommended
from tests.unit.pages.samples import (
    ERRORS,
    LOCALES,
    REPLY_BY,
    TYPED,
    adviser,
    approved,
    check_in,
    check_in_mail,
    code,
    colleague,
    company_left,
    credit,
    credit_expired,
    credit_expiring,
    invited,
    job_accepted,
    job_refused,
    landing,
    message_waits,
    messages,
    sign_in,
    unsubscribe,
    welcome,
)

REFUSALS: Final = (
    "link_not_found",
    "not_found",
    "not_from_edge",
    "registration_not_found",
    "forged_form",
    "method_not_allowed",
    "code_expired",
    "payload_too_large",
    "unsupported_media_type",
    "invalid_request",
    "malformed_body",
    "too_many_requests",
    "resend_limit",
    "internal_error",
    "unavailable",
    "licence_lapsed",
    "message_link_expired",
    "candidate_not_found",
    "something_new",
)


def text(name: str, locale: Locale) -> str:
    """A public text, as it is now."""
    now = texts.current(name, locale)
    return public(locale=locale, agency=AGENCY, text=now, rules=FIRST)


NOT_ME: Final = "https://relay.example/not-me/reg_01JZ0000000000000000000000.word"


def pages(locale: Locale) -> Iterator[tuple[str, str]]:
    """Every page, by name."""
    yield "landing", landing(locale)
    yield "landing-mistakes", landing(locale, values=TYPED, errors=ERRORS)
    yield "landing-closed", landing(locale, is_open=False)
    yield "code", code(locale)
    yield "code-wrong", code(locale, "code_invalid", 3)
    yield "code-malformed", code(locale, "code_malformed", resent=True)
    yield "registered", page.registered(locale=locale, agency=AGENCY, reply_by=REPLY_BY)
    yield "messages", messages(locale)
    yield "messages-sent", messages(locale, sent=True)
    yield "messages-mistake", messages(locale, "too_long", text="はい。" * 50)
    yield "consents", consents(locale)
    yield "consents-unanswered", consents(locale, unanswered=True)
    yield "consents-yes", consents(locale, said="yes", returning=True)
    yield "consents-shown", consents(locale, said=None, is_open=False, is_shown=True)
    yield "consents-over", consents(locale, is_open=False)
    yield "check-in", check_in(locale)
    for search in Search:
        yield f"check-in-{search}", check_in(locale, chosen=search)
        yield f"check-in-{search}-done", check_in(locale, answered=search)
    yield "unsubscribe", unsubscribe(locale)
    yield "unsubscribed", unsubscribe(locale, done=True)
    for name in texts.PATHS:
        yield name, text(name, locale)
    for refused in REFUSALS:
        yield refused, page.refusal(locale=locale, agency=AGENCY, code=refused)


def mails(locale: Locale) -> Iterator[tuple[str, Rendered]]:
    """Every mail, by name."""
    yield "mail-code", mail.code_mail(locale=locale, agency=AGENCY, code="123456", not_me=NOT_ME)
    yield "mail-welcome", welcome(locale)
    yield "mail-check-in", check_in_mail(locale)
    yield "mail-credit", credit(locale)
    yield "mail-credit-expiring", credit_expiring(locale)
    yield "mail-credit-expired", credit_expired(locale)
    yield "mail-company-left", company_left(locale)
    yield from company_mails(locale)
    yield "mail-job-accepted", job_accepted(locale)
    yield "mail-job-refused", job_refused(locale)
    yield "mail-approved", approved(locale)
    yield "mail-adviser", adviser(locale)
    yield "mail-message", message_waits(locale)
    yield "mail-asked", asked(locale)
    yield "mail-recommended", recommended(locale)
    one = snippet(AGENCY, "https://relay.example/r/aozora-8f2k", locale, "final_interview", "soft")
    sample = sample_mail(locale=locale, agency=AGENCY, name="青空 花子", snippet=one)
    yield "mail-sample", sample
    yield "mail-address", own_mail.address_code_mail(locale=locale, agency=AGENCY, code="123456")
    yield "mail-moved", own_mail.address_moved_mail(locale=locale, agency=AGENCY)
    yield "mail-rights", own_mail.rights_code_mail(locale=locale, agency=AGENCY, code="123456")
    yield "mail-sign-in", sign_in(locale)
    yield "mail-invited", invited(locale)
    yield "mail-colleague", colleague(locale)


PAGES: Final = {f"{name}-{locale}": html for locale in LOCALES for name, html in pages(locale)}
DISTINCT: Final = [name for name in PAGES if name.rsplit("-", 1)[0] not in REFUSALS] + [
    f"{refused}-{locale}" for refused in ("not_found", "code_expired") for locale in LOCALES
]
"""Pages that differ in more than their words."""
MAILS: Final = {f"{name}-{locale}": sent for locale in LOCALES for name, sent in mails(locale)}
