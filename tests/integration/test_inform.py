"""What anybody may read, over HTTP."""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

import functions.inform.handler as handler
from shared.domain.edition import Edition
from shared.domain.locale import Locale
from shared.domain.rules import FIRST
from shared.pages.texts import PATHS
from shared.programme import Remembered
from shared.table.commit import Table
from shared.table.rulebook import Rulebook
from tests.support.asking import CONTEXT, asked
from tests.support.builders import AGENCY
from tests.support.wired import wire
from tests.unit.pages.reading import tags


@pytest.fixture(autouse=True)
def rulebook(table: Table, monkeypatch: pytest.MonkeyPatch) -> Rulebook:
    wire(monkeypatch, table, handler)
    rulebook = Rulebook(table)
    monkeypatch.setattr(handler, "programme", lambda: Remembered(rulebook))
    return rulebook


def get(path: str, method: str = "GET", **query: str) -> dict[str, Any]:
    reply: dict[str, Any] = handler.handle(asked(method, path, query=query), CONTEXT)
    return reply


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_front_door_leads_everybody_where_they_want_to_go(lang: Locale) -> None:
    reply = get("/", lang=lang)
    assert reply["statusCode"] == 200 and f'<html lang="{lang}">' in reply["body"]
    led = {link["href"] for link in tags(reply["body"], "a")}
    assert {f"/apply?lang={lang}", f"/sign-in?lang={lang}"} <= led
    assert {AGENCY.page(path, lang) for path in PATHS.values()} <= led
    assert get("/", "HEAD")["body"] == ""
    assert get("/", "POST")["statusCode"] == 405


@pytest.mark.parametrize("path", PATHS.values())
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_anybody_reads_every_text_in_both_languages(path: str, lang: str) -> None:
    reply = get(path, lang=lang)
    assert reply["statusCode"] == 200
    assert f'<html lang="{lang}">' in reply["body"]
    assert get(path, "HEAD")["body"] == ""


def test_a_version_is_read_by_its_name_and_one_there_never_was_is_not_there() -> None:
    assert get("/terms", version="2026-11-1")["statusCode"] == 200
    assert get("/terms", version="../../x")["statusCode"] == 404


def test_nobody_posts_here() -> None:
    assert get("/terms", "POST")["statusCode"] == 405


def test_the_fees_are_those_of_the_rules_in_force(rulebook: Rulebook) -> None:
    assert "35%" in get("/fees", lang="ja")["body"]
    now = datetime.now(UTC)
    changed = asdict(FIRST) | {"version": 2, "fee_percent": 30, "effective_from": now}
    rulebook.add(Edition(type(FIRST)(**changed), now - timedelta(days=1), "hanako"))
    said = get("/fees", lang="ja")["body"]
    assert "30%" in said and "1,800,000円" in said and "35%" not in said
