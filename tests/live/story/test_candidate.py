"""A candidate: by a link in a mail to the welcome, and later at what is kept of them."""

import json
import re

import pytest
from playwright.sync_api import FilePayload

from tests.live.conftest import next_person
from tests.live.story.conftest import Comes
from tests.live.story.firm import LONG_S, filed, is_handed_on
from tests.live.story.guise import DESK, PHONE, Guise
from tests.live.story.reader import Reader
from tests.support.cvs import a_pdf
from tests.support.live import Live

pytestmark = pytest.mark.browser
GUISES = (
    Guise("ja", PHONE, script=False),
    Guise("en", PHONE),
    Guise("ja", DESK),
    Guise("en", DESK, script=False),
)
OWN = ("", "/messages", "/consents", "/provisions", "/blocked", "/details", "/address", "/cv",
       "/leaving")  # fmt: skip


@pytest.mark.parametrize("guise", GUISES, ids=str)
def test_three_screens_and_they_are_handed_on(
    comes: Comes, live: Live, link_url: str, guise: Guise
) -> None:
    email = next_person(live).email
    reader = comes("candidate", guise, email)
    page = reader.opens(link_url)
    reader.types(full_name="曙 さくら", email=email)
    reader.presses(status=422)
    assert page.locator('[name="full_name"]').input_value() == "曙 さくら"
    page.locator('[name="consents.core"]').check()
    reader.presses()
    reader.types(code="000000")
    reader.presses(status=422)
    reader.types(code=live.visit.code_for(email, LONG_S))
    reader.presses()
    assert page.locator("ol.steps li").count() == 3


@pytest.fixture(scope="module")
def ada(comes: Comes, live: Live, link_url: str) -> Reader:
    """Registered, and signed in without a script."""
    person = next_person(live)
    is_handed_on(person, link_url)
    filed(live, person)
    ada = comes("candidate", Guise("ja", PHONE, script=False), person.email)
    assert ada.signs_in(back="/me").url.endswith("/me")
    return ada


@pytest.mark.parametrize("path", OWN)
def test_each_of_their_own_pages_is_good_for_every_reader(ada: Reader, path: str) -> None:
    ada.reads(f"/me{path}")


def test_a_consent_is_given_and_taken_back(ada: Reader) -> None:
    page = ada.opens("/me/consents")
    news = page.locator('[name="consents.news"]')
    button = page.locator("form[action^='/me/consents'] button")
    news.check()
    ada.presses(button)
    assert page.get_by_role("status").is_visible()
    assert news.is_checked()
    news.uncheck()
    ada.presses(button)
    assert not news.is_checked()


def test_a_company_is_blocked_and_a_message_written(ada: Reader) -> None:
    page = ada.opens("/me/blocked")
    ada.types(company="いまの会社")
    ada.presses()
    assert page.get_by_text("いまの会社", exact=True).is_visible()
    ada.opens("/me/messages")
    ada.types(text="")
    ada.presses(status=422)
    ada.types(text="来週なら、いつでも話せます。")
    ada.presses()
    assert page.locator("ol.thread .mine").inner_text().endswith("話せます。")


def test_all_that_is_kept_is_saved_as_a_file(ada: Reader) -> None:
    page = ada.opens("/me")
    with page.expect_download() as saving:
        page.locator("a[href^='/me/export']").click()
    kept = json.loads(saving.value.path().read_text("utf-8"))
    assert kept["email"] == ada.email
    assert [came["company"] for came in kept["came_by"]] == ["株式会社あけぼの設計"]


def test_a_cv_is_handed_over(ada: Reader) -> None:
    """By a form that goes to a bucket, and comes back."""
    page = ada.opens("/me/cv")
    file: FilePayload = {"name": "cv.pdf", "mimeType": "application/pdf", "buffer": a_pdf("CV")}
    page.locator("#file").set_input_files(file)
    ada.presses()
    ada.presses()
    assert page.get_by_role("status").is_visible()
    assert page.locator("form[action^='/me/cv/delete']").is_visible()


def test_who_never_asked_says_so(comes: Comes, live: Live, link_url: str) -> None:
    """By the line of the code's mail; without a script, in both languages."""
    person = next_person(live)
    person.register(link_url)
    person.code(LONG_S)
    [mail] = live.visit.mails_to(person.email)
    found = re.search(r"https?://\S+/not-me/\S+", mail["text"])
    assert found, mail["text"]
    reader = comes("candidate", Guise("ja", PHONE, script=False))
    page = reader.opens(found[0])
    reader.presses("main form button")
    assert page.get_by_role("status").is_visible()


def test_another_address_is_proved_and_signs_in(comes: Comes, live: Live, link_url: str) -> None:
    old, new = next_person(live), next_person(live)
    is_handed_on(old, link_url)
    filed(live, old)
    moves = comes("candidate", Guise("en", PHONE), old.email)
    moves.signs_in(back="/me/address")
    moves.types(email="nobody")
    moves.presses(status=422)
    moves.types(email=new.email)
    moves.presses()
    moves.types(code=new.code(LONG_S))
    moves.presses()
    assert moves.page.get_by_role("status").is_visible()
    assert new.email in moves.page.inner_text("main")


def test_what_is_erased_is_gone_and_nobody_is_signed_in(
    comes: Comes, live: Live, link_url: str
) -> None:
    person = next_person(live)
    is_handed_on(person, link_url)
    filed(live, person)
    gone = comes("candidate", Guise("en", DESK), person.email)
    gone.signs_in(back="/me/leaving")
    assert "/me/leaving" in gone.page.url
    button = gone.page.locator("form[action^='/me/erasure'] button")
    gone.presses(button, status=422)
    assert gone.page.locator("#confirm").get_attribute("aria-invalid") == "true"
    gone.types(confirm="erase")
    gone.presses(button)
    assert "/me/erased" in gone.page.url
    gone.opens("/me")
    assert "/sign-in" in gone.page.url
