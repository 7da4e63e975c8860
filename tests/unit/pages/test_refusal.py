import pytest

from shared.domain.locale import Locale
from shared.pages import page
from shared.pages.catalogue import words as catalogue
from tests.support.builders import AGENCY
from tests.unit.pages.reading import tags, words
from tests.unit.pages.samples import LOCALES
from tests.unit.pages.shown import REFUSALS

INTRODUCING = ("consents", "introducing")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("refused", REFUSALS)
def test_every_refusal_says_what_to_do_and_whom_to_ask(refused: str, locale: Locale) -> None:
    html = page.refusal(locale=locale, agency=AGENCY, code=refused)
    said = catalogue(locale, "refusal")
    own = said["general"] if refused == "something_new" else said[refused]
    assert own["title"] in words(html)
    assert AGENCY.contact_email in words(html)


def test_who_has_the_last_code_is_led_back_to_type_it() -> None:
    here = "/registrations/reg_x/verification"
    where = f"{here}?lang=ja"
    led = page.refusal(locale="ja", agency=AGENCY, code="resend_limit", onward=("code", here))
    assert where in [link["href"] for link in tags(led, "a")]
    alone = page.refusal(locale="ja", agency=AGENCY, code="resend_limit")
    assert where not in [link["href"] for link in tags(alone, "a")]


def test_both_languages_know_the_same_words() -> None:
    pages = ("frame", "landing", "code", "registered", "refusal", "mail", "sign_in_mail")
    for name in (*pages, *INTRODUCING):
        assert _shape(catalogue("ja", name)) == _shape(catalogue("en", name)), name


def _shape(said: object) -> object:
    if isinstance(said, dict):
        return {key: _shape(value) for key, value in said.items()}
    return [_shape(value) for value in said] if isinstance(said, list) else "words"
