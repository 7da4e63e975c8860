from hashlib import sha256

from shared.pages.penalty import NOTICES, VERSION

DIGESTS = {"penalty-2026-11-1": "be8d570b0f83e2c2"}
"""Of every version ever shown. A changed word is a new version, never a changed digest."""


def test_the_words_of_a_version_never_change() -> None:
    assert sha256(repr(NOTICES).encode()).hexdigest()[:16] == DIGESTS[VERSION]


def test_both_languages_say_as_much() -> None:
    assert len({len(notice.sentences) for notice in NOTICES.values()}) == 1
