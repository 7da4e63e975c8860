"""The sentences a company pastes: who, what, free, optional, and what the company has of it."""

import re

import pytest

from shared.domain.locale import Locale
from shared.pages.sentences import STAGES, TONES, Snippet, snippet, snippets
from tests.house.test_wording import REFUSED
from tests.support.builders import AGENCY
from tests.unit.pages.reading import tags, words
from tests.unit.pages.samples import LOCALES

URL = "https://relay.example/r/aozora-8f2k"
ALL = [one for locale in LOCALES for one in snippets(AGENCY, URL, locale)]
PROMISES = (
    "必ず|きっと|ご活躍|ぴったり|見つかります|内定|保証|will find|guarantee|promise|surely|perfect"
)
WHO = {"ja": AGENCY.name, "en": AGENCY.name_en}
SAYS: dict[Locale, dict[str, str]] = {
    "ja": {
        "free": "費用はかかりません",
        "optional": "任意|ご自由",
        "no effect": "今後のご応募にも影響しません",
        "unseen": "弊社に伝わ|弊社に伝わること",
        "gain": "合計人数に応じて、同社の採用支援を受け",
    },
    "en": {
        "free": r"\bfree\b",
        "optional": "optional|up to you",
        "no effect": "no effect on future applications",
        "unseen": "not told whether|never learn whether",
        "gain": "receive hiring support from that agency according to the total number",
    },
}


def id_of(one: Snippet) -> str:
    return f"{one.locale}-{one.stage}-{one.tone}"


@pytest.mark.parametrize("one", ALL, ids=id_of)
def test_each_says_who_and_all_that_is_owed_to_its_reader(one: Snippet) -> None:
    assert WHO[one.locale] in one.text and AGENCY.licence_number in one.text
    missing = [what for what, how in SAYS[one.locale].items() if not re.search(how, one.text)]
    assert missing == []


@pytest.mark.parametrize("one", ALL, ids=id_of)
def test_none_blames_tempts_or_promises(one: Snippet) -> None:
    said = f"{one.subject}\n{one.text}"
    assert not REFUSED.search(said)
    assert not re.search(PROMISES, said, re.IGNORECASE)


@pytest.mark.parametrize("one", ALL, ids=id_of)
def test_the_link_is_in_place_once_and_html_says_what_the_text_says(one: Snippet) -> None:
    assert one.text.count(URL) == 1
    [link] = tags(one.html, "a")
    assert link["href"] == one.url and one.url.startswith(URL)
    assert words(f"<body>{one.html}").split() == one.text.split()
    assert [tag for tag in tags(one.html) if tag.keys() - {"href"}] == []


def test_every_one_is_its_own() -> None:
    assert len({one.text for one in ALL}) == len(LOCALES) * len(STAGES) * len(TONES)


def test_what_is_said_in_english_leads_to_an_english_page() -> None:
    assert snippet(AGENCY, URL, "en", "document", "soft").url == f"{URL}?lang=en"
    assert snippet(AGENCY, URL, "ja", "document", "soft").url == URL


def test_a_name_with_marks_is_no_markup() -> None:
    one = snippet(AGENCY, f'{URL}"><script>', "ja", "general", "standard")
    assert "<script>" not in one.html
