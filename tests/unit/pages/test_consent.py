from hashlib import sha256

from shared.pages.consent import TEXT_VERSION, TEXTS
from tests.support.builders import AGENCY
from tests.unit.pages.reading import words
from tests.unit.pages.samples import landing

DIGESTS = {"2026-11-1": "b200b48d1bed7ecd"}
"""Of every version ever shown. A changed word is a new version, never a changed digest."""


def test_the_words_of_a_version_never_change() -> None:
    assert sha256(repr(TEXTS).encode()).hexdigest()[:16] == DIGESTS[TEXT_VERSION]


def test_every_consent_stands_on_the_page_in_full_words() -> None:
    for locale, texts in TEXTS.items():
        said = words(landing(locale))
        for text in texts.values():
            assert text.label.format(agency=AGENCY.name_in(locale)) in said
            assert text.detail in said
