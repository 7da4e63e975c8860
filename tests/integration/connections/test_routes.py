"""/v1/ats-connections: made, shown, given another secret, changed, removed, by programs."""

from typing import Any

import pytest

from shared.domain.connection import MOST, PURPOSE, Connection, Provider
from shared.domain.ids import CompanyId, ConnectionId
from shared.domain.sealed import live
from shared.table.connections import Connections
from shared.table.links import Links
from tests.integration.connections.conftest import Program
from tests.support.builders import ACME, BOLT, NOON
from tests.support.connections import SECRET, a_connection, connect
from tests.support.counting import Counted
from tests.support.fakes.seals import FakeSeals

ALL = "/v1/ats-connections"
GREENHOUSE = {"provider": "greenhouse", "label": " 中途採用 "}
OF_WEBHOOKS = ("greenhouse", "lever", "ashby", "workable", "smartrecruiters", "teamtailor")
CHOSEN = {"greenhouse", "ashby", "generic"}


def made(program: Program, **body: Any) -> dict[str, Any]:
    status, said = program.says("POST", ALL, body or GREENHOUSE)
    assert status == 201, said
    return said


def kept(program: Program, name: str, company_id: CompanyId = ACME) -> Connection:
    return Connections(program.table).own(company_id, ConnectionId(name))


def opened(program: Program, name: str) -> list[str]:
    """The secrets that are believed now, the newest first."""
    held = live(kept(program, name).signing, NOON)
    return [FakeSeals().unseal(one.text, PURPOSE, name) for one in held]


def test_a_connection_has_an_address_a_link_and_a_secret_shown_once(program: Program) -> None:
    said = made(program, **GREENHOUSE)
    name = said["connection_id"]
    assert said["receive_url"] == f"https://api.example/ats/greenhouse/{name}"
    assert said["label"] == "中途採用"
    assert said["health"]["state"] == "waiting"
    assert opened(program, name) == [said["secret"]]
    link = Links(program.table).find(ACME, said["link_id"])
    assert said["link_url"] == f"https://api.example/r/{link.slug}"
    assert link.channel == "ats"
    status, shown = program.says("GET", f"{ALL}/{name}")
    assert status == 200
    assert shown == {k: v for k, v in said.items() if k != "secret"}
    assert said["secret"] not in str(program.everything())


@pytest.mark.parametrize("provider", [*OF_WEBHOOKS, "generic"])
def test_we_choose_a_secret_only_where_the_company_may(program: Program, provider: str) -> None:
    said = made(program, provider=provider)
    assert (said["secret"] is not None) == (provider in CHOSEN)
    expected = "waiting" if provider in CHOSEN else "incomplete"
    assert said["health"]["state"] == expected


def test_the_same_request_again_lacks_the_secret(program: Program) -> None:
    first = program.says("POST", ALL, GREENHOUSE, idempotency_key="one")
    again = program.says("POST", ALL, GREENHOUSE, idempotency_key="one")
    assert first[1]["secret"]
    assert again == (201, {k: v for k, v in first[1].items() if k != "secret"})
    assert len(program.says("GET", ALL)[1]["items"]) == 1


WRONG = [
    ({"provider": "api"}, {"provider": "malformed"}),
    ({"provider": "greenhouse", "secret": "has a space in it"}, {"secret": "malformed"}),
    ({"provider": "generic", "secret": "whsec_c2hvcnQ="}, {"secret": "malformed"}),
    ({"provider": "herp"}, {"access": "missing"}),
    ({"provider": "herp", "access": "key1", "secret": "x" * 20}, {"secret": "unknown"}),
    ({"provider": "csv", "access": "key1"}, {"access": "unknown"}),
    (
        {"provider": "greenhouse", "access": "key1", "settings": {"client_id": "c"}},
        {"settings.name_key": "missing"},
    ),
    ({"provider": "ashby", "settings": {"other": "x"}}, {"settings.other": "unknown"}),
    ({"provider": "ashby", "settings": {"field_id": "<x>"}}, {"settings.field_id": "malformed"}),
]


@pytest.mark.parametrize(("body", "fields"), WRONG)
def test_what_is_wrong_is_named_and_nothing_is_made(
    program: Program, body: dict[str, Any], fields: dict[str, str]
) -> None:
    status, said = program.says("POST", ALL, body)
    assert (status, said["fields"]) == (422, fields)
    assert program.says("GET", ALL)[1]["items"] == []


def test_another_secret_leaves_the_one_before_for_a_day(program: Program) -> None:
    first = made(program)
    name = first["connection_id"]
    status, said = program.says("POST", f"{ALL}/{name}/secrets", {"secret": "their-own-secret"})
    assert (status, said["secret"]) == (201, None)
    assert opened(program, name) == ["their-own-secret", first["secret"]]
    assert [bool(one["until"]) for one in said["secrets"]] == [False, True]
    _, ours = program.says("POST", f"{ALL}/{name}/secrets", {})
    assert opened(program, name)[0] == ours["secret"]


def test_lever_s_secrets_stand_beside_each_other(program: Program) -> None:
    name = made(program, provider="lever")["connection_id"]
    for secret in ("of-archiving-1", "of-hiring-12"):
        body = {"secret": secret, "beside": True}
        assert program.says("POST", f"{ALL}/{name}/secrets", body)[0] == 201
    assert opened(program, name) == ["of-hiring-12", "of-archiving-1"]
    assert all(one.until is None for one in kept(program, name).signing)


def test_a_secret_is_asked_for_where_ours_would_be_no_good(program: Program) -> None:
    name = made(program, provider="lever")["connection_id"]
    status, said = program.says("POST", f"{ALL}/{name}/secrets", {})
    assert (status, said["fields"]) == (422, {"secret": "missing"})


def test_a_key_is_given_later_and_never_shown(program: Program) -> None:
    name = made(program)["connection_id"]
    body = {"access": "harvest-key", "settings": {"client_id": "c1", "name_key": "relay_url"}}
    status, said = program.says("PATCH", f"{ALL}/{name}", body)
    assert (status, said["has_access"]) == (200, True)
    assert "harvest-key" not in str(program.everything())
    access = kept(program, name).access
    assert access
    assert FakeSeals().unseal(access.text, PURPOSE, name) == "harvest-key"
    assert ("ats.change", name, {"access": "changed", "settings": "changed"}) in program.log()


def test_a_key_alone_is_not_enough_where_a_field_has_to_be_named(program: Program) -> None:
    name = made(program)["connection_id"]
    status, said = program.says("PATCH", f"{ALL}/{name}", {"access": "harvest-key"})
    missing = {"settings.client_id": "missing", "settings.name_key": "missing"}
    assert (status, said["fields"]) == (422, missing)


def test_a_removed_connection_is_nowhere_and_its_secrets_are_forgotten(program: Program) -> None:
    name = made(program)["connection_id"]
    assert program.says("DELETE", f"{ALL}/{name}")[0] == 204
    assert program.says("GET", f"{ALL}/{name}")[0] == 404
    assert program.says("DELETE", f"{ALL}/{name}")[0] == 404
    assert program.says("GET", ALL)[1]["items"] == []
    gone = Connections(program.table).find(ConnectionId(name))
    assert gone.removed_at
    assert (gone.signing, gone.access) == ((), None)


def test_the_connection_of_the_company_s_programs_stays(program: Program) -> None:
    name = connect(program.table, a_connection(provider=Provider.API, signing=())).connection_id
    status, said = program.says("DELETE", f"{ALL}/{name}")
    assert (status, said["state"]) == (409, "api")
    assert program.says("POST", f"{ALL}/{name}/secrets", {"secret": SECRET})[0] == 422


@pytest.mark.parametrize("path", ["", "/deliveries", "/secrets", "/self-test"])
def test_another_company_s_is_not_there(program: Program, path: str) -> None:
    name = made(program)["connection_id"]
    bolt = program.of(("ats:write",), BOLT)
    method = "POST" if path in ("/secrets", "/self-test") else "GET"
    body: dict[str, Any] | None = {} if path == "/secrets" else None
    assert bolt.says(method, f"{ALL}/{name}{path}", body)[0] == 404


def test_a_key_for_other_things_connects_nothing(program: Program) -> None:
    other = program.of(("links:write",))
    assert other.says("GET", ALL)[0] == 403
    assert other.says("POST", ALL, GREENHOUSE)[0] == 403


def test_the_twenty_first_is_refused(program: Program) -> None:
    for n in range(MOST):
        connect(program.table, a_connection(f"ats_{n:02}"))
    connect(program.table, a_connection("ats_own", Provider.API))
    status, said = program.says("POST", ALL, GREENHOUSE)
    assert (status, said["state"]) == (409, "full")


def test_a_full_list_is_two_requests(program: Program, counted: Counted) -> None:
    for n in range(MOST):
        connect(program.table, a_connection(f"ats_{n:02}"))
    program.says("GET", ALL)
    counted.since()
    said = program.says("GET", ALL)[1]
    assert [one["connection_id"] for one in said["items"]] == [f"ats_{n:02}" for n in range(MOST)]
    assert counted.since() == ["UpdateItem", "Query", "TransactGetItems"]
