"""What goes wrong, as a person meets it: a page in their language, and the way back."""

from datetime import UTC, datetime, timedelta

import pytest

from shared.domain.seat import CompanyRole
from shared.mint import key_digest
from shared.table import keys
from shared.table.codec import stamp
from tests.live.story.conftest import RECRUITER, Comes
from tests.live.story.firm import Firm, core
from tests.live.story.guise import DESK, PHONE, Guise
from tests.live.story.reader import Reader
from tests.support.live import Live

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def late(comes: Comes, recruiter: Reader) -> Reader:
    """The recruiter again, at another machine."""
    late = comes("refused", Guise("ja", PHONE), RECRUITER)
    late.signs_in()
    return late


def is_idle_too_long(reader: Reader) -> None:
    [cookie] = [c for c in reader.context.cookies() if c["name"] == "__Host-relay"]
    person, _, token = cookie["value"].partition(".")
    key = keys.session(person, key_digest(token))  # type: ignore[arg-type]
    long_ago = stamp(datetime.now(UTC) - timedelta(hours=2))
    table = core(reader.live)
    table.commit(table.change(key, put={"seen_at": long_ago}))


def test_who_was_away_too_long_signs_in_and_is_where_they_were(late: Reader) -> None:
    was = "/console/sentences?stage=document&tone=soft"
    late.opens(was)
    is_idle_too_long(late)
    late.page.reload()
    assert "/sign-in?back=" in late.page.url
    late.looks()
    assert late.signs_in().url.endswith(was)


@pytest.mark.parametrize("word", ["guessed", None])
def test_a_form_of_nobodys_is_refused(late: Reader, link: str, word: str | None) -> None:
    page = late.opens(link)
    section = page.locator("section[aria-labelledby=rename]")
    word_field = section.locator('[name="form"]')
    if word is None:
        word_field.evaluate("field => field.remove()")
    else:
        word_field.evaluate("(field, word) => { field.value = word }", word)
    late.types(label="forged")
    late.presses(section.locator("button"), 403)
    assert "forged" not in late.opens(link).locator("h1").inner_text()


def test_another_companys_link_is_not_there(late: Reader, live: Live) -> None:
    [theirs, *_] = live.visit.of_company("/v1/links")["items"]
    late.opens(f"/console/links/{theirs['link_id']}", 404)


@pytest.mark.parametrize("guise", [Guise("ja", PHONE, script=False), Guise("en", DESK)], ids=str)
def test_what_is_nowhere_is_a_page_that_says_so(comes: Comes, guise: Guise) -> None:
    lost = comes("refused", guise)
    for path in ("/nowhere", "/r/nobody-has-this", "/unsubscribe/nobody-has-this"):
        lost.opens(path, 404)
    lost.opens("/console")
    assert "/sign-in?back=" in lost.page.url


def test_a_code_guessed_five_times_is_over(comes: Comes) -> None:
    guesses = comes("refused", Guise("ja", PHONE, script=False), "guesses@mail.example.com")
    guesses.opens("/sign-in")
    guesses.types(email="nobody")
    guesses.presses(status=422)
    guesses.types(email=guesses.email)
    guesses.presses()
    guesses.presses("section form button")
    for status in (422, 422, 422, 422, 410):
        guesses.types(code="000000")
        guesses.presses(status=status)


def test_who_signs_out_everywhere_is_out_at_every_machine(
    comes: Comes, firm: Firm, owner: Reader
) -> None:
    email = "two-machines@akebono.example"
    owner.invites(email, "二台 つかう", CompanyRole.VIEWER)
    desk, phone = comes("account", Guise("en"), email), comes("account", Guise("ja", PHONE), email)
    for machine in (desk, phone):
        machine.signs_in()
    phone.reads("/account")
    phone.presses("form[action$=everywhere] button")
    for machine in (desk, phone):
        assert "/sign-in?back=" in machine.opens("/console").url
