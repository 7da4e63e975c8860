import gzip

import pytest

from shared.domain.locale import Locale
from shared.domain.occupation import OCCUPATIONS
from tests.unit.pages.reading import tags, words
from tests.unit.pages.samples import COMPANY, ERRORS, LOCALES, TYPED, landing
from tests.unit.pages.shown import PAGES

LIMIT = 14 * 1024


@pytest.mark.parametrize("name", PAGES)
def test_every_page_travels_in_under_14_kb(name: str) -> None:
    assert len(gzip.compress(PAGES[name].encode())) < LIMIT


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_is_ticked_beforehand_and_only_the_core_consent_is_required(locale: Locale) -> None:
    boxes = [box for box in tags(landing(locale), "input") if box.get("type") == "checkbox"]
    assert not [box for box in boxes if "checked" in box]
    assert [box["name"] for box in boxes if "required" in box] == ["consents.core"]
    assert len(boxes) == 4


def test_the_form_sends_what_the_endpoint_takes() -> None:
    html = landing()
    fields = tags(html, "input") + tags(html, "select")
    assert {field["name"] for field in fields} == {
        *("locale", "full_name", "email", "phone", "desired_occupation", "desired_location"),
        *("consents.core", "consents.news", "consents.statistics", "consents.ai_matching"),
    }
    assert tags(html, "form")[0]["action"] == "/r/aozora-8f2k/registrations?lang=ja"
    assert {o["value"] for o in tags(html, "option")} == {o.code for o in OCCUPATIONS} | {""}


def test_what_was_typed_is_kept_and_a_ticked_box_stays_ticked() -> None:
    html = landing(values=TYPED, errors=ERRORS)
    by_name = {field["name"]: field for field in tags(html, "input")}
    assert by_name["email"]["value"] == "hanako@"
    assert by_name["full_name"]["value"] == "青空 花子"
    assert "checked" in by_name["consents.news"]
    assert "checked" not in by_name["consents.core"]
    assert "open" in tags(html, "details")[0]


def test_each_mistake_stands_beside_its_field_and_is_linked_from_the_top() -> None:
    html = landing(values=TYPED, errors=ERRORS)
    fields = {f["id"]: f for f in tags(html) if f.get("aria-invalid") == "true"}
    assert list(fields) == ["full_name", "email", "phone", "consents-core"]
    said = {t["id"] for t in tags(html, "p") if t.get("id")}
    for name, field in fields.items():
        assert f"{name}-wrong" in said
        assert f"{name}-wrong" in (field["aria-describedby"] or "").split()
        assert {"href": f"#{name}"} in tags(html, "a")


def test_a_mistake_nobody_foresaw_still_gets_a_sentence() -> None:
    html = landing(errors={"email": "haunted", "colour": "missing"})
    assert "もう一度ご確認ください。" in words(html)


def test_a_lapsed_licence_leaves_a_page_that_helps_without_a_form() -> None:
    html = landing(is_open=False)
    assert not tags(html, "form")
    assert "ハローワーク" in words(html)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_says_who_gains_what_and_what_stays_unseen(locale: Locale) -> None:
    said = words(landing(locale))
    honest = "採用支援を受けます" if locale == "ja" else "receives hiring support"
    unseen = "伝わりません" if locale == "ja" else "is not told that you registered"
    assert honest in said
    assert unseen in said
    assert said.count(COMPANY) >= 3


@pytest.mark.parametrize("name", PAGES)
def test_no_page_loads_anything_from_elsewhere_or_runs_a_script(name: str) -> None:
    html = PAGES[name]
    loaded = [t[key] for t in tags(html) for key in ("src", "data", "poster") if key in t]
    assert not loaded
    assert not tags(html, "script")
    assert [link["rel"] for link in tags(html, "link")] == ["icon", "apple-touch-icon"]
    assert "url(" not in html
