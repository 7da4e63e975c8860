import pytest

from shared.domain.locale import Locale
from tests.unit.pages.reading import tags, words
from tests.unit.pages.samples import LOCALES, credit, landing, welcome

NASTY = '"><script>alert(1)</script>{{7*7}} {agency} \u202eآدا 👩🏽\u200d💻\r\nBcc: a@b.example'


@pytest.mark.parametrize("locale", LOCALES)
def test_a_company_name_never_becomes_markup(locale: Locale) -> None:
    html = landing(locale, NASTY)
    assert not tags(html, "script")
    assert "<script>alert(1)</script>{{7*7}} {agency}" in words(html)
    assert html.count("<bdi>") == html.count("</bdi>") >= 3


def test_what_a_person_typed_comes_back_as_typed() -> None:
    typed = {"full_name": NASTY, "email": NASTY, "phone": NASTY, "desired_location": NASTY}
    html = landing(values=typed, errors={"email": "malformed"})
    assert not tags(html, "script")
    inputs = {field["name"]: field.get("value") for field in tags(html, "input")}
    assert inputs["full_name"] == inputs["desired_location"] == NASTY


@pytest.mark.parametrize("locale", LOCALES)
def test_a_name_never_reaches_a_subject_and_never_breaks_a_line_of_text(locale: Locale) -> None:
    for sent in (welcome(locale, NASTY), credit(locale, NASTY)):
        assert "script" not in sent.subject
        assert not any(line.startswith("Bcc") for line in sent.text.splitlines())
        assert "\u202e" not in sent.text
        assert not tags(sent.html, "script")
        assert "👩🏽\u200d💻" in sent.text
        assert "<script>alert(1)</script>{{7*7}} {agency}" in words(sent.html)
