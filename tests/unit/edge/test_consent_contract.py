"""Agreed to is what was ticked, and nothing else."""

from typing import Any

import pytest

from functions.register.reading import form_of
from shared.request import FORM, JSON
from tests.unit.edge.test_candidate_contract import TYPED, mistakes, read


@pytest.mark.parametrize("core", [False, "true", "on", 1, None, []])
def test_only_a_true_core_consent_is_one(core: Any) -> None:
    assert mistakes({**TYPED, "consents": {"core": core}}) == {"consents.core": "needed"}


def test_a_form_without_a_tick_lacks_the_core_consent() -> None:
    typed = {name: value for name, value in TYPED.items() if name != "consents"}
    assert mistakes(typed) == {"consents.core": "needed"}


def test_what_was_not_ticked_was_not_agreed_to() -> None:
    given = form_of(read(), fallback="ja", method=FORM).consents
    assert (given.news, given.statistics, given.ai_matching) == (False, False, False)
    more = read(consents={"core": True, "ai_matching": True})
    assert form_of(more, fallback="ja", method=JSON).consents.ai_matching


def test_how_and_to_which_words_it_was_agreed_is_kept() -> None:
    form, api = (form_of(read(), fallback="ja", method=kind).consents for kind in (FORM, JSON))
    assert (form.method, api.method) == ("form", "api")
    assert form.text_version


@pytest.mark.parametrize(("said", "kept"), [(None, "en"), ("ja", "ja")])
def test_the_pages_language_is_the_persons_unless_said(said: Any, kept: str) -> None:
    assert form_of(read(locale=said), fallback="en", method=FORM).locale == kept
