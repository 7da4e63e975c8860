"""A bad text is caught, and ours are none."""

import re

import pytest

from shared.domain.locale import Locale
from shared.pages import collected as collecting
from shared.pages.collected import MAILS, collected
from shared.pages.lint import NEEDED, Kind, lint
from shared.pages.texts import PATHS
from tests.unit.pages.samples import LOCALES


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("登録でお祝い金をさしあげます", Kind.GIFT),
        ("Amazonギフト券", Kind.GIFT),
        ("A $50 voucher for you", Kind.GIFT),
        ("入会キャンペーン実施中", Kind.CAMPAIGN),
        ("先着100人", Kind.CAMPAIGN),
        ("必ず内定が出ます", Kind.CAMPAIGN),
        ("業界No.1のアドバイザー", Kind.CAMPAIGN),
        ("A limited-time offer", Kind.CAMPAIGN),
        ("We guarantee you a job", Kind.CAMPAIGN),
        ("残念ながら", Kind.REJECTION),
        ("We regret to say", Kind.REJECTION),
        ("登録しよう\uff01", Kind.RAISED),
    ],
)
def test_a_bad_text_is_caught_with_the_word_and_its_line(said: str, kind: Kind) -> None:
    [found] = lint(["費用はかかりません。", said])
    assert (found.kind, found.line) == (kind, said)
    assert found.what in said


@pytest.mark.parametrize(
    "said",
    [
        "お急ぎのときは、お近くのハローワークへ。",
        "求人の対象を東京に限定しません。",
        "You get used to the bonusless pay.",
        "仕事が見つかることをお約束するものではありません。",
    ],
)
def test_a_plain_sentence_is_let_through(said: str) -> None:
    assert lint([said]) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_ours_say_nothing_they_may_not_and_all_they_must(locale: Locale) -> None:
    texts = collected(locale)
    assert [(text.name, text.findings) for text in texts if text.findings] == []
    assert {text.name for text in texts} >= {*PATHS, "mail.welcome", "foot", "landing", "soft"}
    assert {text.name.partition(".")[0] for text in texts} >= {*MAILS}


@pytest.mark.parametrize("name", NEEDED)
def test_a_text_that_says_nothing_lacks_every_line_it_needs(name: str) -> None:
    found = lint([], name)
    assert [one.what for one in found] == [*NEEDED[name]]
    assert {one.kind for one in found} == {Kind.MISSING}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_line_that_is_needed_is_missed_when_it_is_taken_away(locale: Locale) -> None:
    """A pattern that any line meets would be none."""
    for text in collected(locale):
        for what, pattern in NEEDED.get(text.name, {}).items():
            without = [line for line in text.lines if not re.search(pattern, line, re.IGNORECASE)]
            assert len(without) > len(text.lines) / 2, (text.name, what)
            assert what in {found.what for found in lint(without, text.name)}


def test_a_changed_word_is_another_mark() -> None:
    one, other = (collecting._plain("mails", "x", None, [line]) for line in ("a", "b"))
    assert one.version != other.version
