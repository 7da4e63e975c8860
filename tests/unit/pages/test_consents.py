import re
from hashlib import sha256
from typing import Any

import pytest

from shared.domain.locale import Locale
from shared.pages import catalogue
from shared.pages.handing_over import TEXT_VERSION, TEXTS
from tests.support.builders import AGENCY
from tests.support.conditions import CONDITIONS, FIXED_TERM
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


TOLD: dict[Locale, tuple[str, ...]] = {
    "ja": (
        *("月額400,000円〜500,000円", "固定残業代60,000円（月20時間分）", "超えた分は、別に"),
        *("期間の定めあり", "2099年4月1日", "2100年3月31日", "更新することがあります"),
        *("期間満了時の業務量と勤務成績", "通算4年まで", "3か月", "土日祝", "月平均10時間", "60分"),
        *("健康保険、厚生年金、雇用保険、労災保険", "会社の定める業務", "本社および全国の支社"),
        *("株式会社あおぞら製作所", "派遣労働者としての雇用ではありません", "屋内禁煙"),
    ),
    "en": (
        *("400,000 to 500,000 yen a month", "fixed overtime pay of 60,000 yen for 20 hours"),
        *("Fixed term", "1 April 2099", "31 March 2100", "May be renewed", "期間満了時", "通算4年"),
        *("Months: 3", "土日祝", "10 hours a month", "60 minutes", "Health, Employees’ pension"),
        *("会社の定める業務", "本社および全国の支社", "株式会社あおぞら製作所"),
        *("not be employed as a dispatched worker", "No smoking indoors"),
    ),
}
CONDITIONS_OF_LAW = {**CONDITIONS, "contract": FIXED_TERM}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_condition_the_law_has_an_order_say_stands_before_the_question(
    locale: Locale,
) -> None:
    said = words(consents(locale, conditions=CONDITIONS_OF_LAW).partition("<form")[0])
    assert [told for told in TOLD[locale] if told not in said] == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"dispatch": True}, "派遣労働者としての雇用です"),
        ({"trial": {"months": 0}}, "試用期間 なし"),
        ({"trial": {"months": 2, "conditions": "時給1,200円"}}, "2か月 時給1,200円"),
        ({"insurance": []}, "加入する保険 なし"),
        ({"contract": {"term": "indefinite"}}, "期間の定めなし"),
        ({"smoking": "permitted", "smoking_detail": "食堂"}, "屋内で喫煙できます。 食堂"),
        ({"wage": {"per": "hour", "from_jpy": 1200, "to_jpy": 1500}}, "固定残業代はありません"),
        (
            {"hours": {"stated": "自由", "system": "discretionary", "deemed_minutes_per_day": 510}},
            "裁量労働制 1日8時間30分働いたものとみなします",
        ),
    ],
)
def test_what_is_seldom_is_said_plainly_too(changed: dict[str, Any], told: str) -> None:
    assert told in words(consents("ja", conditions={**CONDITIONS, **changed}))


STATES: list[tuple[dict[str, Any], str]] = [
    ({}, "asked"),
    ({"said": "yes"}, "yes"),
    ({"said": "no"}, "no"),
    ({"said": "yes", "is_open": False}, "over"),
    ({"is_open": False, "is_shown": True}, "shown"),
]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("state", "stands"), STATES)
def test_the_heading_and_the_lead_are_true_whenever_the_page_is_opened(
    locale: Locale, state: dict[str, Any], stands: str
) -> None:
    page, said = consents(locale, **state), catalogue.words(locale, "consents")
    for part in ("heading", "lead"):
        for of, text in said[part].items():
            told = text.format(agency=AGENCY.name_in(locale))
            assert (told in words(page)) is (of == stands), (part, of)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_sentence_that_says_what_was_done_is_not_broken_into_columns(locale: Locale) -> None:
    shown = consents(locale, is_open=False, is_shown=True)
    [done] = re.findall(r'<p class="done" role="status">(.*?)</p>', shown)
    assert COMPANY in done
    assert re.fullmatch(r"<span>.*</span>", done)


@pytest.mark.parametrize("locale", LOCALES)
def test_once_shown_nothing_is_said_of_a_no(locale: Locale) -> None:
    free = catalogue.words(locale, "consents")["free"]["title"]
    assert free in words(consents(locale))
    assert free not in words(consents(locale, is_open=False, is_shown=True))


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
    assert "/console/job-orders/job_x?" in sent.text
