"""docs/integrations has a page for each system, and says what the code does."""

import json
from typing import Final

import pytest

from infra.local.place import ROOT
from shared.ats.delivery import Why
from shared.ats.refusal import Refusal
from shared.ats.sampled import samples
from shared.ats.smartrecruiters import FOLLOWED
from shared.ats.vendors import VENDORS
from shared.domain.application_news import Ignored
from shared.domain.connection import WRITTEN_BACK, Provider

GUIDES: Final = ROOT / "docs" / "integrations"
PAGES: Final = {path.stem: path.read_text(encoding="utf-8") for path in sorted(GUIDES.glob("*.md"))}
OF_SYSTEMS: Final = {name: text for name, text in PAGES.items() if name != "README"}
BY_CSV: Final = {"hrmos", "sonar", "jobcan"}
NAMED_BY: Final = ("action", "event", "event_type", "event_name", "type")
PARTS: Final = (
    *("**できること。**", "**確かめた範囲。**", "### 用意するもの", "### 確かめ方"),
    *("### うまくいかないとき", "### やめ方"),
    *("**What you get.**", "**Checked", "### You need", "### To check"),
    *("### What can go wrong", "### To switch it off"),
)


def test_every_system_has_a_page_and_no_page_is_of_none() -> None:
    assert OF_SYSTEMS.keys() == {str(provider) for provider in Provider} | BY_CSV


@pytest.mark.parametrize("name", OF_SYSTEMS)
def test_a_page_says_all_there_is_to_say_in_both_languages(name: str) -> None:
    assert [part for part in PARTS if part not in OF_SYSTEMS[name]] == []


@pytest.mark.parametrize("name", OF_SYSTEMS)
def test_a_page_says_where_it_is_heard_or_that_it_is_not(name: str) -> None:
    heard = f"https://（リレーの住所）/ats/{name}/ats_…" in OF_SYSTEMS[name]
    unheard = "受信URLはありません" in OF_SYSTEMS[name] and "no receiving URL" in OF_SYSTEMS[name]
    told = "受信URLもありません" in OF_SYSTEMS[name] and "no receiving URL" in OF_SYSTEMS[name]
    assert heard == (name in VENDORS)
    assert heard != (unheard or told)


@pytest.mark.parametrize("vendor", VENDORS)
def test_a_page_names_every_event_its_system_is_to_send(vendor: str) -> None:
    assert [event for event in events(vendor) if f"`{event}`" not in OF_SYSTEMS[vendor]] == []


def events(vendor: str) -> set[str]:
    """As the samples of each are called; SmartRecruiters says it in a header."""
    said = [json.loads(body) for name, body in samples(vendor).items() if name != "ping"]
    inside = [one["payload"] for one in said if "payload" in one]
    return {one[key] for one in (*said, *inside) for key in NAMED_BY if key in one} or set(FOLLOWED)


@pytest.mark.parametrize("name", OF_SYSTEMS)
def test_only_where_a_link_is_written_back_a_page_asks_for_a_field(name: str) -> None:
    asks = "（`name_key`" in OF_SYSTEMS[name] or "（`field_id`）" in OF_SYSTEMS[name]
    assert asks == (name in {str(provider) for provider in WRITTEN_BACK})


@pytest.mark.parametrize("name", OF_SYSTEMS)
def test_the_table_leads_to_each_page_in_both_languages(name: str) -> None:
    assert PAGES["README"].count(f"]({name}.md)") == 2


@pytest.mark.parametrize("reason", [*Why, *Refusal, *Ignored])
def test_every_reason_a_delivery_had_no_effect_is_explained(reason: str) -> None:
    assert f"`{reason}`" in PAGES["README"]
