"""The rules in plain words, and why somebody should look."""

from dataclasses import replace

import pytest

from shared.domain.locale import Locale
from shared.domain.registration import Signal
from shared.domain.rules import FIRST, Rules
from shared.pages.catalogue import words
from shared.pages.rules import LOCALES, sentences
from shared.pages.signals import label

STRICT = replace(FIRST, version=2, hold_days=3, acceptance_needed=True, early_leave_days=0)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("rules", [FIRST, STRICT])
def test_every_sentence_has_its_figures_and_none_is_said_twice(
    locale: Locale, rules: Rules
) -> None:
    said = sentences(rules, locale)
    assert len(set(said)) == len(said) == 14
    assert not [sentence for sentence in said if "{" in sentence]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sentence_there_is_is_said_under_some_rules(locale: Locale) -> None:
    written = {k for k, v in words(locale, "rules").items() if isinstance(v, str)}
    names = {"threshold", "what_counts", "person", "looked_at", "published", "credit", "cap"}
    names |= {"expiry", "runoff", "contact", "judged", "days_between"}
    either = {"hold", "acceptance", "early_leave"}
    assert written == names | either | {f"no_{name}" for name in either}


def test_a_hold_is_said_in_days_and_no_hold_as_none() -> None:
    assert "確認から3日後にカウントします。" in sentences(STRICT, "ja")
    assert "A registration counts as soon as it is confirmed." in sentences(FIRST, "en")


@pytest.mark.parametrize("signal", Signal)
def test_every_signal_has_words_in_both_languages(signal: Signal) -> None:
    told = {label(signal, locale) for locale in LOCALES}
    assert len(told) == 2 and all(told)
