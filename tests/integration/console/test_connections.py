"""ATSs by hand: connected, shown with how they go, given secrets and keys, tried out, removed."""

import re

import pytest

from shared import connecting
from shared.connectors.trying import Tried
from shared.domain.connection import PURPOSE, Connection, Provider
from shared.domain.connection_health import Health
from shared.domain.ids import ConnectionId
from shared.domain.listed import Listed, Outcome
from shared.domain.sealed import live
from shared.domain.seat import CompanyRole
from shared.domain.trouble import Trouble, Why
from shared.table import keys
from shared.table.commit import Table
from shared.table.connections import Connections
from shared.table.hearings import Hearings
from tests.support.builders import ACME, BOLT, NOON
from tests.support.connections import a_connection, connect
from tests.support.console import Console
from tests.support.fakes.seals import FakeSeals
from tests.support.sat import hidden

ALL = "/console/connections"
ONE = f"{ALL}/ats_1"
SHOWN = re.compile(r'id="secret"[^>]*>([^<]+)</textarea>')
SYSTEMS = (
    *("greenhouse", "lever", "ashby", "workable", "smartrecruiters"),
    *("teamtailor", "herp", "talentio", "csv", "generic"),
)


def secrets_of(table: Table, name: str = "ats_1") -> list[str]:
    held = live(Connections(table).own(ACME, ConnectionId(name)).signing, NOON)
    return [FakeSeals().unseal(one.text, PURPOSE, name) for one in held]


def the_one(table: Table) -> Connection:
    [made] = Connections(table).all(ACME)
    return made


def log(table: Table) -> list[str]:
    return [item["what"] for item in table.all_of(keys.of_company(ACME), keys.AUDIT_PREFIX)]


def test_an_empty_list_says_what_a_connection_does(owner: Console) -> None:
    status, page = owner.reads(ALL)
    assert status == 200
    assert "つないだ採用管理システムが、ここに並びます" in page
    assert 'href="/console/connections/new"' in page


def test_every_system_is_offered_but_the_programs_own(owner: Console) -> None:
    _, page = owner.reads(f"{ALL}/new")
    assert [name for name in SYSTEMS if f"{ALL}/new/{name}" in page] == [*SYSTEMS]
    assert f"{ALL}/new/api" not in page


@pytest.mark.parametrize("system", SYSTEMS)
def test_each_system_has_a_page_in_both_languages(owner: Console, system: str) -> None:
    for language in ("ja", "en"):
        status, page = owner.reads(f"{ALL}/new/{system}?lang={language}")
        assert status == 200
        assert "<ol" in page


@pytest.mark.parametrize("system", ["api", "nonesuch"])
def test_there_is_no_page_for_another(owner: Console, system: str) -> None:
    assert owner.reads(f"{ALL}/new/{system}")[0] == 404
    assert owner.sends(f"{ALL}/new/{system}", {"label": "x"})[0] == 404


def test_connecting_shows_our_secret_and_the_address_once(owner: Console, table: Table) -> None:
    status, page = owner.sends(f"{ALL}/new/greenhouse", {"label": "中途"})
    assert status == 201
    made = the_one(table)
    found = SHOWN.search(page)
    assert found
    assert secrets_of(table, made.connection_id) == [found[1]]
    assert f"/ats/greenhouse/{made.connection_id}" in page
    _, after = owner.reads(f"{ALL}/{made.connection_id}")
    assert found[1] not in after
    assert log(table) == ["ats.connect"]


def test_the_form_sent_twice_connects_once_and_shows_nothing_again(
    owner: Console, table: Table
) -> None:
    _, form = owner.reads(f"{ALL}/new/greenhouse")
    said = {"label": "中途", "once": hidden(form, "once")}
    assert owner.sends(f"{ALL}/new/greenhouse", said)[0] == 201
    status, where = owner.sends(f"{ALL}/new/greenhouse", said)
    assert (status, where) == (303, f"{ALL}/{the_one(table).connection_id}?done=made")


def test_a_secret_of_theirs_leads_to_the_connection(owner: Console, table: Table) -> None:
    status, where = owner.sends(f"{ALL}/new/workable", {"secret": "workable-token"})
    assert (status, where) == (303, f"{ALL}/{the_one(table).connection_id}?done=made")
    assert the_one(table).label == "Workable"
    assert "設定のしかた" in owner.reads(where)[1]


def test_what_is_wrong_stands_beside_its_field_and_no_key_is_shown_again(
    owner: Console, table: Table
) -> None:
    said = {"access": "a key with spaces", "setting-client_id": "c1"}
    status, page = owner.sends(f"{ALL}/new/greenhouse", said)
    assert status == 422
    assert "キーを、空白を入れずに" in page
    assert "書き込む項目のキーを入力してください" in page
    assert 'value="c1"' in page
    assert "a key with spaces" not in page
    assert [*Connections(table).all(ACME)] == []


def test_a_page_says_how_it_goes_and_what_to_do(owner: Console, table: Table) -> None:
    connection = connect(table, a_connection())
    ill = Health(refusals=4, refused_at=NOON, refused_why="wrong_signature", told_at=NOON)
    Hearings(table).keep(connection.connection_id, 0, ill, None)
    _, page = owner.reads(ONE)
    assert "続けて4件を受け取れませんでした" in page
    assert "同じ秘密鍵かをご確認ください" in page
    assert "ご確認ください</span>" in owner.reads(ALL)[1]


def test_deliveries_are_listed_with_their_reasons_in_words(owner: Console, table: Table) -> None:
    connection = connect(table, a_connection())
    for n, (outcome, why) in enumerate([(Outcome.APPLIED, None), (Outcome.IGNORED, "not_json")]):
        name, what = f"dlv_{n}", "application.rejected" if why is None else ""
        listed = Listed(name, connection.connection_id, NOON, outcome, why, what)
        Hearings(table).note(listed, name)
    for path in (ONE, f"{ONE}/deliveries"):
        _, page = owner.reads(path)
        assert "会社からの終了" in page
        assert "JSONではない内容でした" in page


def test_a_reason_nobody_foresaw_has_words_all_the_same(owner: Console, table: Table) -> None:
    connection = connect(table, a_connection())
    listed = Listed("dlv_1", connection.connection_id, NOON, Outcome.IGNORED, "new_reason", "new")
    Hearings(table).note(listed, "key")
    assert "理由の分からない状態です" in owner.reads(ONE)[1]


def test_another_secret_of_ours_is_shown_once(owner: Console, table: Table) -> None:
    connect(table, a_connection())
    status, page = owner.sends(f"{ONE}/secrets", {"secret": ""})
    found = SHOWN.search(page)
    assert status == 201 and found
    assert secrets_of(table)[0] == found[1]
    assert len(secrets_of(table)) == 2
    assert "24時間" in page


def test_lever_s_next_secret_stands_beside_unless_asked_otherwise(
    owner: Console, table: Table
) -> None:
    connect(table, a_connection(provider=Provider.LEVER))
    owner.sends(f"{ONE}/secrets", {"secret": "of-hiring-1"})
    assert [one.until for one in Connections(table).all(ACME)[0].signing] == [None, None]
    owner.sends(f"{ONE}/secrets", {"secret": "of-hiring-2", "replace": "on"})
    ends = [one.until is None for one in Connections(table).all(ACME)[0].signing]
    assert ends == [True, False, False]


def test_a_key_is_saved_and_its_field_stays_empty(owner: Console, table: Table) -> None:
    connect(table, a_connection())
    said = {"access": "harvest-key", "setting-client_id": "c1", "setting-name_key": "relay_url"}
    assert owner.sends(f"{ONE}/key", said) == (303, f"{ONE}?done=key")
    _, page = owner.reads(ONE)
    assert "キーが入っています" in page
    assert "harvest-key" not in page
    assert 'value="relay_url"' in page


def test_trying_it_out_says_each_step_and_keeps_nothing(
    owner: Console, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect(table, a_connection())
    before = [*table.partition(keys.of_connection(ConnectionId("ats_1")))]
    status, page = owner.sends(f"{ONE}/self-test")
    assert status == 200
    assert "確かめたところは、すべて通りました" in page
    assert page.count("通りました</span>") == 10
    assert [*table.partition(keys.of_connection(ConnectionId("ats_1")))] == before


def test_a_key_the_vendor_refuses_is_said_with_what_to_do(
    owner: Console, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "tried", lambda *_: Tried(trouble=Trouble(Why.FORBIDDEN)))
    said = {"access": "herp-key"}
    owner.sends(f"{ALL}/new/herp", said)
    _, page = owner.sends(f"{ALL}/{the_one(table).connection_id}/self-test")
    assert "通らなかったところがあります" in page
    assert "新しいキーを入れてください" in page


def test_removing_is_asked_first_and_says_what_happens(owner: Console, table: Table) -> None:
    connect(table, a_connection())
    _, page = owner.reads(f"{ONE}/remove")
    assert "登録はカウントされません" in page
    assert owner.sends(f"{ONE}/remove") == (303, f"{ALL}?done=removed")
    assert owner.reads(ONE)[0] == 404
    assert log(table) == ["ats.disconnect"]


@pytest.mark.parametrize("role", [CompanyRole.RECRUITER, CompanyRole.VIEWER])
def test_only_owners_connect_and_are_led_there(
    monkeypatch: pytest.MonkeyPatch, table: Table, owner: Console, role: CompanyRole
) -> None:
    connect(table, a_connection())
    other = Console(table, role, name=role)
    for path in (ALL, f"{ALL}/new", ONE, f"{ONE}/deliveries", f"{ONE}/remove"):
        assert other.reads(path)[0] == 403
    assert other.sends(f"{ONE}/self-test")[0] == 403
    assert other.sends(f"{ONE}/remove")[0] == 403
    assert "ATS連携" not in other.reads("/console")[1]
    assert "ATS連携" in owner.reads("/console")[1]


@pytest.mark.parametrize("path", ["", "/deliveries", "/remove"])
def test_another_company_s_is_not_there(owner: Console, table: Table, path: str) -> None:
    connect(table, a_connection(company_id=ACME))
    stranger = Console(table, company_id=BOLT, name="bolt")
    assert stranger.reads(f"{ONE}{path}")[0] == 404
