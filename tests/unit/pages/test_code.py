import re

import pytest

from shared.domain.locale import Locale
from shared.pages import page
from tests.support.builders import AGENCY
from tests.unit.pages.reading import tags, words
from tests.unit.pages.samples import LOCALES, code


@pytest.mark.parametrize("locale", LOCALES)
def test_the_code_goes_to_its_registration_and_another_can_be_had(locale: Locale) -> None:
    actions = [form["action"] for form in tags(code(locale), "form")]
    here = "/registrations/reg_01/verification"
    assert actions == [f"{here}?lang={locale}", f"{here}/resend?lang={locale}"]


def test_the_field_is_for_a_one_time_code_and_forgives_spaces_and_wide_digits() -> None:
    field = tags(code("ja"), "input")[0]
    assert (field["inputmode"], field["autocomplete"]) == ("numeric", "one-time-code")
    pattern = re.compile(field["pattern"] or "")
    for typed in ("123456", "123 456", " 1 2 3 4 5 6 ", "\uff11\uff12\uff13\u3000456"):
        assert pattern.fullmatch(typed)
    for typed in ("12345", "1234567", "12345a", ""):
        assert not pattern.fullmatch(typed)


@pytest.mark.parametrize(("locale", "left"), [("ja", "あと3回"), ("en", "Tries left: 3.")])
def test_a_wrong_code_says_how_many_tries_are_left(locale: Locale, left: str) -> None:
    html = code(locale, "code_invalid", 3)
    assert left in words(html)
    assert tags(html, "input")[0]["aria-invalid"] == "true"


def test_a_resent_code_is_announced() -> None:
    assert "新しいコードをお送りしました" in words(code("ja", resent=True))
    assert "新しいコードをお送りしました" not in words(code("ja"))


def test_a_strange_registration_id_stays_inside_its_address() -> None:
    html = page.code(locale="ja", registration_id='../x?"><script>', agency=AGENCY)
    assert not tags(html, "script")
    assert all("/../" not in (form["action"] or "") for form in tags(html, "form"))
