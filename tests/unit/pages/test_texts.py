"""The public texts: in versions, in both languages, saying what the law asks of them."""

import tomllib
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from shared.domain.locale import Locale
from shared.domain.rules import FIRST
from shared.pages import texts
from shared.pages.public import public
from shared.pages.texts import FOLDER, PATHS
from tests.support.builders import AGENCY
from tests.unit.pages.reading import tags, words
from tests.unit.pages.samples import LOCALES
from tests.unit.pages.shown import text

DIGESTS = {
    "company_terms/2026-11-1.en": "e5db89e97934ddc5",
    "company_terms/2026-11-1.ja": "40bc6c7f7a1172af",
    "contact/2026-11-1.en": "78992a4d0c03188e",
    "contact/2026-11-1.ja": "51e628e3b4681197",
    "fees/2026-11-1.en": "d8b801af2465e10d",
    "fees/2026-11-1.ja": "a0f5e69f8c750930",
    "licence/2026-11-1.en": "156a2f64f827724b",
    "licence/2026-11-1.ja": "0d6d89555c939815",
    "privacy/2026-11-1.en": "b6d3bf826e4e1e67",
    "privacy/2026-11-1.ja": "5daab44e64ba0fe5",
    "terms/2026-11-1.en": "b467f485c700ea17",
    "terms/2026-11-1.ja": "326567e9f0472e44",
}
"""Of every version ever shown. A changed word is a new version, never a changed digest."""
FILES = sorted(FOLDER.rglob("*.toml"))


def name_of(file: Path) -> str:
    return f"{file.parent.name}/{file.name.removesuffix('.toml')}"


def test_the_words_of_a_version_never_change() -> None:
    assert {name_of(f): sha256(f.read_bytes()).hexdigest()[:16] for f in FILES} == DIGESTS


@pytest.mark.parametrize("name", PATHS)
def test_both_languages_have_the_same_versions_and_say_as_much(name: str) -> None:
    ja, en = (texts.versions(name, locale) for locale in LOCALES)
    assert [(t.version, t.since) for t in ja] == [(t.version, t.since) for t in en]
    for one, other in zip(ja, en, strict=True):
        assert [shape(s) for s in one.said["sections"]] == [
            shape(s) for s in other.said["sections"]
        ]


def shape(section: dict[str, Any]) -> dict[str, int]:
    """How much of what."""
    return {key: len(value) if isinstance(value, list) else 0 for key, value in section.items()}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("privacy", "職業紹介|求人ごとにあなたが承認|3年|2年|削除|個人情報保護委員会|24時間"),
        (
            "terms",
            "登録は任意|費用はかかりません|採用支援を受けます|影響しません|2年間|差別しません",
        ),
        ("company_terms", "10人|任意|合計だけ|違約金の定めはありません|反社会的勢力|氏名や連絡先"),
        ("licence", "13-ユ-316042|2031年3月31日まで|道標 次郎|全職種|人材サービス総合サイト"),
        ("fees", "35%|6,000,000円|2,100,000円|700,000円|80%|50%|一度だけ|届け出た"),
        ("contact", "平日2日|2週間|03-0000-0000|労働局|道標 次郎"),
    ],
)
def test_a_text_says_what_it_is_there_for(name: str, said: str) -> None:
    shown = words(text(name, "ja"))
    assert [word for word in said.split("|") if word not in shown] == []


@pytest.mark.parametrize("name", PATHS)
def test_a_text_says_its_version_and_since_when(name: str) -> None:
    shown = words(text(name, "en"))
    assert "version 2026-11-1" in shown and "from 1 November 2026" in shown


def test_what_an_agency_did_not_tell_leaves_no_empty_line() -> None:
    bare = replace(AGENCY, phone="", responsible="", privacy_url="")
    shown = public(locale="ja", agency=bare, text=texts.current("contact", "ja"), rules=FIRST)
    assert "電話" not in words(shown) and "担当者" in words(shown)
    privacy = public(locale="ja", agency=bare, text=texts.current("privacy", "ja"), rules=FIRST)
    assert "個人情報保護方針" not in words(privacy)


@pytest.mark.parametrize("name", PATHS)
def test_every_text_leads_to_the_others_and_keeps_the_language(name: str) -> None:
    led_to = [str(a["href"]) for a in tags(text(name, "en"), "a")]
    assert {f"{path}?lang=en" for path in PATHS.values()} <= set(led_to)
    inside = [where for where in led_to if where.startswith("/")]
    assert [w for w in inside if "lang=" not in w] == []


def test_an_earlier_version_stays_readable_and_says_until_when(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version, since in {"2026-11-1": "2026-11-01", "2027-04-1": "2027-04-01"}.items():
        said = f'since = {since}\ntitle = "{version}"\nlead = "x"\nsections = []\n'
        (tmp_path / "terms").mkdir(exist_ok=True)
        (tmp_path / "terms" / f"{version}.en.toml").write_text(said)
    monkeypatch.setattr(texts, "FOLDER", tmp_path)
    monkeypatch.setattr(texts, "versions", texts.versions.__wrapped__)
    assert texts.current("terms", "en").version == "2027-04-1"
    old = texts.of_version("terms", "2026-11-1", "en")
    assert texts.over_on(old, "en") == date(2027, 4, 1)
    shown = words(public(locale="en", agency=AGENCY, text=old, rules=FIRST))
    assert "an earlier version (until 31 March 2027)" in shown
    with pytest.raises(LookupError):
        texts.of_version("terms", "1999-01-1", "en")


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_text_names_only_what_there_is(file: Path) -> None:
    locale: Locale = "ja" if file.name.endswith(".ja.toml") else "en"
    filled = texts.values(AGENCY, FIRST, locale)
    for sentence in sentences(tomllib.loads(file.read_text("utf-8"))):
        sentence.format(**filled)


def sentences(said: Any) -> list[str]:
    match said:
        case str():
            return [said]
        case list():
            return [one for inner in said for one in sentences(inner)]
        case dict():
            return [one for inner in said.values() for one in sentences(inner)]
    return []
