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
    assert len(set(said)) == len(said) == 15
    assert not [sentence for sentence in said if "{" in sentence]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sentence_there_is_is_said_under_some_rules(locale: Locale) -> None:
    written = {k for k, v in words(locale, "rules").items() if isinstance(v, str)}
    names = {"threshold", "what_counts", "person", "looked_at", "published", "credit", "cap"}
    names |= {"excess", "expiry", "runoff", "contact", "judged", "days_between"}
    either = {"hold", "acceptance", "early_leave"}
    assert written == names | either | {f"no_{name}" for name in either}


def test_a_hold_is_said_in_days_and_no_hold_as_none() -> None:
    assert "確認から3日後にカウントします。" in sentences(STRICT, "ja")
    assert "A registration counts as soon as it is confirmed." in sentences(FIRST, "en")


@pytest.mark.parametrize("signal", Signal)
def test_every_signal_has_words_in_both_languages(signal: Signal) -> None:
    told = {label(signal, locale) for locale in LOCALES}
    assert len(told) == 2 and all(told)


def test_a_company_is_told_what_becomes_of_the_excess_fee_and_in_one_word_whose_fault() -> None:
    for rules in (FIRST, STRICT):
        assert any("上限を超えた分" in s and "返戻金の定め" in s for s in sentences(rules, "ja"))
        assert any("published refund terms" in s for s in sentences(rules, "en"))
    of_mails = str(words("ja", "company_mail"))
    assert "企業の責めによらず" in of_mails and "都合" not in of_mails
    assert any("企業の責めによらず" in s for s in sentences(FIRST, "ja"))
