"""Every mail in every language, as it travels and as a mail program lists it."""

import re
from unicodedata import east_asian_width
from urllib.parse import urlsplit

import pytest

from shared.domain.locale import Locale
from shared.domain.purpose import News, Transactional, headers
from shared.pages import catalogue
from shared.pages.letter import Letter, Rendered
from shared.pages.mail import code_mail
from tests.support.builders import AGENCY
from tests.unit.pages.posted import posted, size
from tests.unit.pages.reading import tags, words
from tests.unit.pages.samples import (
    LOCALES,
    SITE,
    approved,
    check_in_mail,
    credit,
    job_accepted,
    job_refused,
    welcome,
)
from tests.unit.pages.shown import MAILS

NEWS = {name for name, sent in MAILS.items() if isinstance(sent.purpose, News)}

LARGEST = 30 * 1024
LONGEST_NAME = "長" * 100
LONGEST_TITLE, LONGEST_EXPLANATION = "長" * 120, "長" * 300
LONGEST_LINE = 998  # octets, RFC 5322
PAGES = "https://relay.example/"
"""Where our own pages are: a mail that asks for something leads to one of them."""
LISTED = 60
"""Columns of a subject that a mail program shows; a Japanese character takes two."""


def with_the_longest_names(locale: Locale) -> list[Rendered]:
    code = code_mail(locale=locale, agency=AGENCY, code="000000")
    named = (welcome, credit, approved, check_in_mail)
    mails = [code, *(of(locale, LONGEST_NAME) for of in named)]
    mails.append(job_accepted(locale, LONGEST_NAME, LONGEST_TITLE))
    mails.append(job_refused(locale, LONGEST_NAME, LONGEST_TITLE, LONGEST_EXPLANATION))
    return mails


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
@pytest.mark.parametrize("locale", LOCALES)
def test_a_mail_is_small_however_it_is_encoded(locale: Locale, encoding: str) -> None:
    for sent in with_the_longest_names(locale):
        assert size(posted(sent, encoding)) < LARGEST, sent.subject


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_has_both_parts_the_plain_one_first(name: str) -> None:
    mail = posted(MAILS[name], "base64")
    assert mail.get_content_type() == "multipart/alternative"
    parts = list(mail.iter_parts())
    assert [part.get_content_type() for part in parts] == ["text/plain", "text/html"]
    said = [str(part.get_content()).strip() for part in parts]
    assert said == [MAILS[name].text.strip(), MAILS[name].html.strip()]


OUR_PAGES = {
    "mail-code": ("not-me/",),
    "mail-welcome": ("me?", "licence?"),
    "mail-adviser": ("me/messages?",),
    "mail-message": ("messages/", "me/messages?"),
    "mail-asked": ("consents/",),
    "mail-recommended": ("console/job-orders/job_x?",),
    "mail-sample": ("r/",),
    "mail-approved": ("sign-in",),
    "mail-invited": ("sign-in",),
    "mail-colleague": ("sign-in",),
    "mail-endpoint-gone": ("console/webhooks/whe_1",),
    "mail-endpoint-failing": ("console/webhooks/whe_1",),
    "mail-connection-refused": ("console/connections/ats_1",),
    "mail-connection-access": ("console/connections/ats_1",),
}
"""Mails that lead to pages of ours."""


def locale_of(name: str) -> Locale:
    return "en" if name.endswith("-en") else "ja"


@pytest.mark.parametrize("name", sorted(MAILS.keys() - NEWS))
def test_a_mail_leads_to_the_agency_or_to_pages_of_ours_once_each(name: str) -> None:
    led_to = {str(a["href"]) for a in tags(MAILS[name].html, "a")}
    pages = OUR_PAGES.get(name.rsplit("-", 1)[0], ())
    ours = {link for link in led_to for page in pages if link.startswith(f"{PAGES}{page}")}
    assert len(ours) == len(pages)
    notice = AGENCY.page("/privacy", locale_of(name))
    assert led_to - ours == {f"mailto:{AGENCY.contact_email}", notice}
    assert set(re.findall(r"https?://\S+", MAILS[name].text)) == {notice} | ours
    hosts = re.findall(r"https?://([^\s\"'<>/]+)", MAILS[name].html)
    assert set(hosts) == {urlsplit(link).netloc for link in (notice, *ours)}


@pytest.mark.parametrize("name", sorted(NEWS))
def test_news_leads_to_the_agency_and_to_our_own_pages_the_same_in_both_parts(name: str) -> None:
    led_to = {str(a["href"]) for a in tags(MAILS[name].html, "a")}
    ours = {where for where in led_to if where.startswith(f"{SITE}/")}
    assert led_to - ours == {f"mailto:{AGENCY.contact_email}"}
    assert AGENCY.page("/privacy", locale_of(name)) in ours
    assert set(re.findall(r"https?://\S+", MAILS[name].text)) == ours


@pytest.mark.parametrize("name", MAILS)
def test_what_the_html_says_the_text_says(name: str) -> None:
    """But for the line a mail program shows beside the subject, which HTML alone has."""
    body = MAILS[name].html.partition("<body")[2].partition("</div>")[2]
    text = " ".join(MAILS[name].text.split())
    unsaid = [word for word in words(f"<body>{body}").split() if word not in text]
    assert unsaid == []


@pytest.mark.parametrize("name", MAILS)
def test_a_subject_is_listed_whole(name: str) -> None:
    subject = MAILS[name].subject
    assert sum(2 if east_asian_width(c) in "WF" else 1 for c in subject) <= LISTED


@pytest.mark.parametrize("locale", LOCALES)
def test_no_line_of_text_is_longer_than_mail_may_be(locale: Locale) -> None:
    for sent in with_the_longest_names(locale):
        assert max(len(line.encode()) for line in sent.text.splitlines()) <= LONGEST_LINE


@pytest.mark.parametrize("name", sorted(MAILS.keys() - NEWS))
def test_what_is_no_news_answers_its_reader_and_says_why(name: str) -> None:
    purpose = MAILS[name].purpose
    assert isinstance(purpose, Transactional) and len(purpose.because) > 30
    assert headers(purpose) == {}


def test_to_ask_how_it_goes_is_news() -> None:
    assert {"mail-check-in-ja", "mail-check-in-en"} <= NEWS


def test_news_can_be_ended_by_one_click_of_the_mail_program() -> None:
    assert headers(News("https://relay.example/leave/x")) == {
        "List-Unsubscribe": "<https://relay.example/leave/x>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def test_news_is_ended_by_https_alone() -> None:
    with pytest.raises(ValueError, match="https"):
        News("mailto:leave@relay.example")


@pytest.mark.parametrize("locale", LOCALES)
def test_news_says_in_both_parts_where_it_ends(locale: Locale) -> None:
    where = "https://relay.example/leave/x"
    said = catalogue.words(locale, "mail")
    letter = Letter(said["code"], {"code": "1"}, News(where))
    assert f"{said['leave']}: {where}" in letter.text(locale, AGENCY)
    assert tags(letter.html(locale, AGENCY), "a")[-1]["href"] == where


KINDS = {locale: set(catalogue.words(locale, "ledger")["kinds"].values()) for locale in LOCALES}
NAMED = re.compile(r"台帳に「(.+?)」として|ledger shows it as “(.+?)”")


@pytest.mark.parametrize("locale", LOCALES)
def test_a_mail_names_what_the_ledger_shows_as_the_ledger_does(locale: Locale) -> None:
    said = str(catalogue.words(locale, "mail")) + str(catalogue.words(locale, "company_mail"))
    named = {ja or en for ja, en in NAMED.findall(said)}
    assert len(named) == 5 and named <= KINDS[locale]
    assert not re.search(r"台帳に [a-z]+ |as “[a-z]+”", said)


@pytest.mark.parametrize(
    ("locale", "how"), [("ja", "求人へ引き当ててください"), ("en", "reserve it for ")]
)
def test_each_mail_that_says_how_a_credit_is_used_says_the_same(locale: Locale, how: str) -> None:
    """And none leads to a console, which nobody has."""
    mail, company = catalogue.words(locale, "mail"), catalogue.words(locale, "company_mail")
    of = mail["credit"], mail["credit_expiring"], mail["job_accepted"], company["credit_restored"]
    assert all(how in str(said["after"]) for said in of)
    assert not re.search("管理画面|console", f"{mail}{company}")
