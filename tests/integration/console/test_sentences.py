"""The mail sentence library, as a company's people read it and try it."""

import re
from typing import Any

import pytest

import functions.console.guides as guides
import functions.console.handler as console
import functions.console.room as room
import functions.console.sentences as sentences
from functions.notify.sample_letters import SampleLetters
from shared import people, rooms, signed_in
from shared.contracts.events import BY_NAME, SampleAsked
from shared.domain.company_member import CompanyMember
from shared.domain.connection import Provider
from shared.domain.seat import CompanyRole, Kind, Seat
from shared.pages.sentences import STAGES
from shared.table import keys
from shared.table.commit import Table
from shared.table.company_members import CompanyMembers
from shared.table.links import Links
from shared.table.samples import AN_HOUR
from tests.support.acts import let_in
from tests.support.asking import CONTEXT
from tests.support.builders import ACME, AGENCY, BOLT, NOON, PEPPER, a_doorway, a_link
from tests.support.counting import Counted
from tests.support.sitting import Sitting, sitting
from tests.support.stores import on_table
from tests.support.table import fresh_table
from tests.support.wired import wire
from tests.unit.pages.reading import tags, words

ADDRESS = "hanako@aozora.example"
HERE = "/console/sentences"
CHOSEN = {"link": "lnk_acme-link", "stage": "document", "tone": "soft", "text": "ja"}


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def core(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Table:
    core = fresh_table(counted.client)
    monkeypatch.setattr(people, "agency", lambda: AGENCY)
    wire(monkeypatch, core, console, room, rooms, sentences, guides, signed_in)
    stores = on_table(core)
    let_in(stores)
    let_in(stores, BOLT)
    member = CompanyMember(
        ACME, "mem_1", PEPPER.person(ADDRESS), ADDRESS, "青空 花子", CompanyRole.OWNER, NOON
    )
    core.commit(*CompanyMembers(core).added(member))
    return core


@pytest.fixture
def link(core: Table) -> str:
    on_table(core).links.add(a_link(), a_doorway())
    return "lnk_acme-link"


def of(core: Table, role: str = "owner", company: str = ACME) -> Sitting:
    return sitting(core, Seat(Kind.COMPANY, company, role), ADDRESS)


def said(event: dict[str, Any]) -> dict[str, Any]:
    reply: dict[str, Any] = console.handle(event, CONTEXT)
    return reply


def asked_for(core: Table) -> list[SampleAsked]:
    items = core.client.scan(TableName=core.name)["Items"]
    kinds = [i for i in items if i.get("detail_type", {}).get("S") == "SampleAsked"]
    return [SampleAsked.model_validate_json(item["detail"]["S"]) for item in kinds]


def test_without_a_link_the_page_says_what_to_do_first(core: Table) -> None:
    reply = said(of(core).gets(HERE))
    assert reply["statusCode"] == 200
    assert "まず、リンクを1つつくってください。" in words(reply["body"])


def test_the_sentence_stands_in_a_mail_with_the_link_in_place(core: Table, link: str) -> None:
    html = said(of(core).gets(HERE, **CHOSEN))["body"]
    assert "https://api.example/r/acme-link" in words(html)
    assert words(html).count("書類は、担当者がひとつずつ拝見しました。") == 4
    assert {t["id"] for t in tags(html, "textarea")} == {"text", "html"}
    assert [tag for tag in tags(html) if "style" in tag] == []


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("text", ["ja", "en"])
def test_every_stage_is_a_step_away_in_both_languages(
    stage: str, text: str, core: Table, link: str
) -> None:
    html = said(of(core).gets(HERE, link=link, text=text))["body"]
    [way] = [a["href"] for a in tags(html, "a") if f"stage={stage}" in str(a["href"])]
    assert f"text={text}" in str(way) and link in str(way)


def test_another_companys_link_is_not_there(core: Table, link: str) -> None:
    assert said(of(core, company=BOLT).gets(HERE, link=link))["statusCode"] == 404


def test_a_sample_goes_to_the_member_who_asked_and_nobody_else(core: Table, link: str) -> None:
    reply = said(of(core).posts(f"{HERE}/sample", None, **CHOSEN))
    assert reply["statusCode"] == 303
    assert reply["headers"]["Location"].startswith(HERE) and "sent=1" in str(reply["headers"])
    [fact] = asked_for(core)
    assert (fact.member_id, fact.stage, fact.tone) == ("mem_1", "document", "soft")
    assert ADDRESS not in fact.model_dump_json()
    assert PEPPER.person(ADDRESS) not in fact.model_dump_json()
    due = SampleLetters(AGENCY, CompanyMembers(core), Links(core), "https://relay.example").due(
        fact
    )
    assert due is not None and due.to == ADDRESS
    assert "https://relay.example/r/acme-link" in due.letter().text


def test_the_button_pressed_twice_is_one_mail(core: Table, link: str) -> None:
    owner = of(core)
    [once] = [
        str(field["value"])
        for field in tags(said(owner.gets(HERE))["body"], "input")
        if field.get("name") == "once"
    ]
    for _ in range(2):
        assert said(owner.posts(f"{HERE}/sample", None, once=once, **CHOSEN))["statusCode"] == 303
    [fact] = asked_for(core)
    assert once not in fact.event_id
    firm = CHOSEN | {"tone": "plain"}
    assert said(owner.posts(f"{HERE}/sample", None, once=once, **firm))["statusCode"] == 303
    assert len(asked_for(core)) == 2


def test_a_body_without_fields_asks_for_nothing(core: Table, link: str) -> None:
    assert said(of(core).says("POST", f"{HERE}/sample", ["x"]))["statusCode"] == 404
    assert asked_for(core) == []


def test_samples_are_so_many_an_hour(core: Table, link: str) -> None:
    owner = of(core)
    status = [
        said(owner.posts(f"{HERE}/sample", None, **CHOSEN))["statusCode"] for _ in range(AN_HOUR)
    ]
    assert set(status) == {303}
    assert said(owner.posts(f"{HERE}/sample", None, **CHOSEN))["statusCode"] == 429


def test_no_sample_of_a_link_that_is_not_theirs(core: Table, link: str) -> None:
    other = CHOSEN | {"link": "lnk_nobodys"}
    assert said(of(core).posts(f"{HERE}/sample", None, **other))["statusCode"] == 404
    assert asked_for(core) == []


def test_a_viewer_reads_and_sends_nothing(core: Table, link: str) -> None:
    viewer = of(core, "viewer")
    html = said(viewer.gets(HERE))["body"]
    assert f"{HERE}/sample" not in html
    assert said(viewer.posts(f"{HERE}/sample", None, **CHOSEN))["statusCode"] == 403
    assert asked_for(core) == []


def test_a_form_of_nobodys_is_refused(core: Table, link: str) -> None:
    forged = of(core).posts(f"{HERE}/sample", None, **CHOSEN, form="guessed")
    assert said(forged)["statusCode"] == 403


def test_who_left_the_company_gets_no_letter(core: Table, link: str) -> None:
    said(of(core).posts(f"{HERE}/sample", None, **CHOSEN))
    [fact] = asked_for(core)
    key = keys.company_member(ACME, PEPPER.person(ADDRESS))
    core.commit(core.delete(key, guards=[("role", "=", "owner")], refusal=lambda _: None))  # type: ignore[arg-type,return-value]
    letters = SampleLetters(AGENCY, CompanyMembers(core), Links(core), "https://relay.example")
    assert letters.due(fact) is None
    assert BY_NAME["SampleAsked"] is SampleAsked


SYSTEMS = (
    "HERP HRMOS Talentio sonar ジョブカン Greenhouse Lever Ashby Workable "
    "SmartRecruiters Teamtailor Gmail Outlook"
).split()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_guides_name_every_system(lang: str, core: Table) -> None:
    html = said(of(core).gets("/console/guides", lang=lang))["body"]
    assert [name for name in SYSTEMS if name not in words(html)] == []
    assert len({d["id"] for d in tags(html, "details") if d.get("id")}) == 12
    assert not re.search(r"https?://", words(html))


def led_to(core: Table, role: str) -> set[str]:
    """Where the guides say a system is connected."""
    html = said(of(core, role).gets("/console/guides"))["body"]
    return set(re.findall(r'href="/console/connections/new/(\w+)"', html))


def test_the_guides_lead_an_owner_on_to_connecting_each_system(core: Table) -> None:
    without = {Provider.GENERIC, Provider.API}
    assert led_to(core, "owner") == {str(one) for one in Provider if one not in without}


def test_the_guides_lead_nobody_to_pages_that_are_the_owners(core: Table) -> None:
    assert led_to(core, "recruiter") == led_to(core, "viewer") == set()
