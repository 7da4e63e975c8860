from hashlib import sha256

import pytest

from shared.domain.locale import Locale
from shared.pages.handing_over import TEXT_VERSION, TEXTS
from tests.support.builders import AGENCY
from tests.unit.pages.introducing import COMPANY, TITLE, asked, consents, recommended
from tests.unit.pages.reading import tags, words
from tests.unit.pages.samples import LOCALES

DIGESTS = {"job-2026-11-1": "b24301886fa9fd21"}
"""Of every version ever shown. A changed word is a new version, never a changed digest."""


def test_the_words_of_a_version_never_change() -> None:
    assert sha256(repr(TEXTS).encode()).hexdigest()[:16] == DIGESTS[TEXT_VERSION]


@pytest.mark.parametrize("locale", LOCALES)
def test_both_answers_stand_on_the_page_in_full_words(locale: Locale) -> None:
    said = words(consents(locale))
    for text in TEXTS[locale].values():
        assert text.format(agency=AGENCY.name_in(locale), company=COMPANY) in said


def test_the_page_names_the_company_the_job_its_conditions_and_what_is_handed_over() -> None:
    said = words(consents("ja"))
    for told in (COMPANY, TITLE, "倉庫管理", "江東区", "9:30-18:00", "5,200,000円", "職務経歴書"):
        assert told in said
    assert "メールアドレス" not in said


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_is_chosen_beforehand_so_a_machine_that_posts_the_form_says_nothing(
    locale: Locale,
) -> None:
    assert "checked" not in consents(locale)
    assert "checked" in consents(locale, said="yes")


@pytest.mark.parametrize("is_shown", [True, False])
def test_what_is_over_asks_nothing(is_shown: bool) -> None:
    assert tags(consents("ja"), "form")
    assert not tags(consents("ja", is_open=False, is_shown=is_shown), "form")


def test_who_is_brought_back_reads_that_the_company_will_know() -> None:
    assert "以前あなたが応募した企業" in words(consents("ja", returning=True))
    assert "以前あなたが応募した企業" not in words(consents("ja"))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_mail_leads_to_the_page_and_says_that_no_is_fine(locale: Locale) -> None:
    sent = asked(locale)
    assert "https://relay.example/consents/token" in sent.text
    assert 'href="https://relay.example/consents/token"' in sent.html
    assert TITLE in sent.text and COMPANY in sent.text
    assert TITLE not in sent.subject and COMPANY not in sent.subject


@pytest.mark.parametrize("locale", LOCALES)
def test_the_companys_mail_says_nothing_of_the_candidate(locale: Locale) -> None:
    sent = recommended(locale)
    assert "花子" not in sent.text + sent.html
    assert "job_x/recommendations" in sent.text
