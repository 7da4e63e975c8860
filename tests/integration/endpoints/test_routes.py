"""/v1/webhook-endpoints: made, moved, paused, turned on, rotated, removed, by programs."""

import base64
from dataclasses import replace
from typing import Any

import pytest

from shared.contracts.webhook_kinds import KINDS
from shared.domain.endpoint import PURPOSE, Endpoint
from shared.domain.endpoint_health import Disabled, Health
from shared.domain.errors import Unavailable
from shared.domain.ids import EndpointId
from shared.domain.sealed import live
from tests.integration.endpoints.conftest import NOW, Program
from tests.support.builders import ACME, BOLT
from tests.support.counting import Counted
from tests.support.early import looks_early
from tests.support.endpoints import SECRET, URL
from tests.support.fakes.seals import FakeSeals

ALL = "/v1/webhook-endpoints"
NEW = {"url": URL, "events": ["credit.*", "relay.formed"], "description": " 給与システム "}


def made(program: Program, body: dict[str, Any] | None = None) -> dict[str, Any]:
    status, said = program.says("POST", ALL, body or NEW)
    assert status == 201, said
    return said


def kept(program: Program, name: str) -> Endpoint:
    return program.endpoints.find(ACME, EndpointId(name))


def opened(endpoint: Endpoint) -> list[str]:
    """The secrets that sign now, the newest first."""
    of = PURPOSE, endpoint.endpoint_id
    return [FakeSeals().unseal(one.text, *of) for one in live(endpoint.secrets, NOW)]


def test_it_is_made_with_its_secret_shown_once(program: Program) -> None:
    said = made(program)
    name, secret = said["endpoint_id"], said.pop("secret")
    assert name.startswith("whe_") and len(base64.b64decode(secret.removeprefix("whsec_"))) == 32
    assert opened(kept(program, name)) == [secret]
    assert (said["url"], said["events"]) == (URL, NEW["events"])
    assert (said["state"], said["description"]) == ("on", "給与システム")
    assert program.says("GET", f"{ALL}/{name}") == (200, said)
    assert program.says("GET", ALL) == (200, {"items": [said], "next_cursor": None})
    assert secret not in str(program.table.client.scan(TableName=program.table.name))


def test_without_a_word_on_kinds_it_hears_of_all(program: Program) -> None:
    found = kept(program, made(program, {"url": URL})["endpoint_id"])
    assert found.events == ("*",) and all(map(found.wants, KINDS))


def test_asked_again_under_the_same_key_it_is_the_same_one_without_its_secret(
    program: Program,
) -> None:
    first = program.says("POST", ALL, NEW, idempotency_key="one")[1]
    status, again = program.says("POST", ALL, NEW, idempotency_key="one")
    assert (status, again) == (201, {k: v for k, v in first.items() if k != "secret"})
    status, said = program.says("POST", ALL, NEW | {"description": "x"}, idempotency_key="one")
    assert (status, said["code"]) == (409, "idempotency_mismatch")
    assert len(program.endpoints.all(ACME)) == 1


def test_who_asks_twice_at_once_gets_one_endpoint_and_one_new_secret(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    asks = ("POST", ALL, NEW)
    first = program.says(*asks, idempotency_key="one")[1]
    rotates: tuple[str, str, Any] = ("POST", f"{ALL}/{first['endpoint_id']}/rotate-secret", {})
    new = program.says(*rotates, idempotency_key="two")[1]
    for said, key, again in ((first, "one", asks), (new, "two", rotates)):
        looks_early(monkeypatch)
        answer = program.says(*again, idempotency_key=key)[1]
        assert answer == {name: value for name, value in said.items() if name != "secret"}
    [found] = program.endpoints.all(ACME)
    assert opened(found) == [new["secret"], first["secret"]]


def test_the_log_says_where_to_and_no_more_of_the_url(program: Program) -> None:
    name = made(program)["endpoint_id"]
    program.says("PATCH", f"{ALL}/{name}", {"url": "https://other.example/?key=hidden"})
    program.says("PATCH", f"{ALL}/{name}", {"paused": True, "description": "x", "events": ["*"]})
    program.says("POST", f"{ALL}/{name}/rotate-secret", {})
    program.says("DELETE", f"{ALL}/{name}")
    host, events = "hooks.aozora.example", "credit.* relay.formed"
    assert program.log() == [
        ("webhook.make", name, {"host": host, "events": events}),
        ("webhook.change", name, {"host.before": host, "host.after": "other.example"}),
        (
            "webhook.change",
            name,
            {
                "events.before": events,
                "events.after": "*",
                "state.before": "on",
                "state.after": "paused",
                "description": "changed",
            },
        ),
        ("webhook.rotate", name, {}),
        ("webhook.remove", name, {"host": "other.example"}),
    ]
    assert "s3cret" not in str(program.log()) and "hidden" not in str(program.log())


def test_what_changes_nothing_is_in_no_log(program: Program) -> None:
    name = made(program)["endpoint_id"]
    for _ in range(2):
        assert program.says("PATCH", f"{ALL}/{name}", {"paused": False})[0] == 200
    assert [what for what, *_ in program.log()] == ["webhook.make"]
    assert kept(program, name).version == 1


def test_one_we_turned_off_is_turned_on_and_its_health_begins_anew(program: Program) -> None:
    name = made(program)["endpoint_id"]
    before = kept(program, name)
    off = replace(before, disabled=Disabled.FAILING, disabled_at=NOW, health=Health(NOW, NOW, 5))
    program.endpoints.change(before, off)
    said = program.says("GET", f"{ALL}/{name}")[1]
    assert (said["state"], said["disabled_because"]) == ("disabled", "failing")
    assert said["failing_since"] and said["last_failed_at"] and said["disabled_at"]
    said = program.says("PATCH", f"{ALL}/{name}", {"paused": False})[1]
    assert (said["state"], said["disabled_because"], said["failing_since"]) == ("on", None, None)
    assert kept(program, name).health == Health()


def test_one_that_only_paused_keeps_its_health_and_elsewhere_it_begins_anew(
    program: Program,
) -> None:
    name = made(program)["endpoint_id"]
    before, ill = kept(program, name), Health(NOW, NOW, 3)
    program.endpoints.change(before, replace(before, paused=True, health=ill))
    program.says("PATCH", f"{ALL}/{name}", {"paused": False})
    assert kept(program, name).health == ill
    program.says("PATCH", f"{ALL}/{name}", {"url": "https://other.example/"})
    assert kept(program, name).health == Health()


def test_for_a_day_both_secrets_sign_and_a_replay_lacks_the_new_one(program: Program) -> None:
    first = made(program)
    path = f"{ALL}/{first['endpoint_id']}/rotate-secret"
    status, said = program.says("POST", path, {}, idempotency_key="one")
    assert status == 200 and said["secret"] != first["secret"]
    assert opened(kept(program, first["endpoint_id"])) == [said["secret"], first["secret"]]
    assert said["secret_rotated_until"]
    again = program.says("POST", path, {}, idempotency_key="one")
    assert again == (200, {k: v for k, v in said.items() if k != "secret"})
    assert len(opened(kept(program, first["endpoint_id"]))) == 2


def test_a_secret_of_their_own_is_taken_and_a_weak_one_refused_without_repeating_it(
    program: Program,
) -> None:
    name = made(program)["endpoint_id"]
    path = f"{ALL}/{name}/rotate-secret"
    assert program.says("POST", path, {"secret": SECRET})[1]["secret"] == SECRET
    assert opened(kept(program, name))[0] == SECRET
    for weak in ("whsec_c2hvcnQ=", "hunter2hunter2hunter2hunter2", "whsec_***", ""):
        status, said = program.says("POST", path, {"secret": weak})
        assert (status, said["fields"]) == (422, {"secret": "malformed"})
        assert not weak or weak not in str(said)


def test_removed_it_is_gone_and_makes_room(program: Program) -> None:
    names = [made(program)["endpoint_id"] for _ in range(10)]
    status, said = program.says("POST", ALL, NEW)
    assert (status, said["code"], said["state"]) == (409, "state_forbids", "full")
    assert program.says("DELETE", f"{ALL}/{names[0]}")[0] == 204
    assert program.says("DELETE", f"{ALL}/{names[0]}")[0] == 404
    made(program)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://hooks.example.jp/", "https_needed"),
        ("https://127.0.0.1/", "public_host_name_needed"),
        ("https://[::1]/", "public_host_name_needed"),
        ("https://localhost/", "public_host_name_needed"),
        ("https://a:b@hooks.example.jp/", "credentials_not_allowed"),
        ("https://hooks.example.jp:8443/", "port_not_allowed"),
        ("https://hooks.example.jp/#x", "fragment_not_allowed"),
        ("https://hooks.example.jp/ x", "malformed"),
        ("https://hooks.example.jp/" + "採" * 1000, "too_long"),
    ],
)
def test_a_url_nothing_may_be_sent_to_is_refused_with_its_reason(
    program: Program, url: str, why: str
) -> None:
    name = made(program)["endpoint_id"]
    for asks in (("POST", ALL), ("PATCH", f"{ALL}/{name}")):
        status, said = program.says(*asks, {"url": url})
        assert (status, said["code"], said["fields"]) == (422, "invalid_request", {"url": why})
        assert said["detail"].startswith("wrong or missing: url. url: ")
    assert len(program.endpoints.all(ACME)) == 1


BAD: list[Any] = [
    None,
    [],
    '"x"',
    {},
    {"url": None},
    {"url": 7},
    {"url": ""},
    {"url": URL, "events": []},
    {"url": URL, "events": "*"},
    {"url": URL, "events": ["*", "*"]},
    {"url": URL, "events": ["credits.granted"]},
    {"url": URL, "events": ["*.granted"]},
    {"url": URL, "events": [None]},
    {"url": URL, "events": ["webhook_endpoint.test"]},
    {"url": URL, "events": ["credit.granted"] * 100},
    {"url": URL, "description": "x" * 121},
    {"url": URL, "description": ["x"]},
    {"url": URL, "secret": SECRET},
    {"url": URL, "paused": True},
]


@pytest.mark.parametrize("body", BAD, ids=map(repr, range(len(BAD))))
def test_a_wrong_body_makes_nothing(program: Program, body: Any) -> None:
    status, said = program.says("POST", ALL, body)
    assert status == 422 and said["fields"]
    assert program.endpoints.all(ACME) == [] and program.log() == []


@pytest.mark.parametrize(
    "body", [{}, {"paused": "yes"}, {"paused": None}, {"events": []}, {"url": ""}, {"state": "on"}]
)
def test_a_wrong_change_changes_nothing(program: Program, body: Any) -> None:
    name = made(program)["endpoint_id"]
    before = kept(program, name)
    assert program.says("PATCH", f"{ALL}/{name}", body)[0] == 422
    assert kept(program, name) == before


def test_a_kind_there_is_none_of_is_named_and_those_there_are_are_told(program: Program) -> None:
    events = ["credit.granted", "credit.grant", "<script>"]
    said = program.says("POST", ALL, {"url": URL, "events": events})[1]
    assert "no message is called credit.grant; choose from *, credit.*" in said["detail"]
    assert all(kind in said["detail"] for kind in KINDS) and "script" not in said["detail"]


def test_another_companys_is_not_there_and_a_key_without_the_scope_may_nothing(
    program: Program,
) -> None:
    name = made(program)["endpoint_id"]
    one = f"{ALL}/{name}"
    asks: tuple[tuple[str, str, Any], ...] = (
        ("GET", one, None),
        ("PATCH", one, {"paused": True}),
        ("POST", f"{one}/rotate-secret", {}),
        ("DELETE", one, None),
    )
    bolt = program.of(("webhooks:read", "webhooks:write"), BOLT)
    assert [bolt.says(*ask)[0] for ask in asks] == [404] * 4
    reader = program.of(("webhooks:read",))
    assert [reader.says(*ask)[0] for ask in asks] == [200, 403, 403, 403]
    assert reader.says("POST", ALL, NEW)[0] == 403
    writer = program.of(("webhooks:write",))
    assert [writer.says("GET", path)[0] for path in (ALL, one)] == [403, 403]
    assert len(program.endpoints.all(ACME)) == 1 and program.endpoints.all(BOLT) == []


def test_where_the_key_does_not_answer_nothing_is_made(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*_: object) -> str:
        raise Unavailable("the key does not answer")

    monkeypatch.setattr(FakeSeals, "seal", silent)
    assert program.says("POST", ALL, NEW)[0] == 503
    assert program.endpoints.all(ACME) == []


def test_it_is_one_request_to_read_and_one_transaction_to_write(
    program: Program, counted: Counted
) -> None:
    name = made(program)["endpoint_id"]
    one, change = f"{ALL}/{name}", {"paused": True}
    asks: list[tuple[str, str, Any, list[str]]] = [
        ("GET", ALL, None, ["Query"]),
        ("GET", one, None, ["GetItem"]),
        ("POST", ALL, NEW, ["TransactWriteItems"]),
        ("PATCH", one, change, ["GetItem", "TransactWriteItems"]),
        ("DELETE", one, None, ["GetItem", "TransactWriteItems"]),
    ]
    for method, path, body, requests in asks:
        counted.since()
        program.says(method, path, body)
        assert counted.since() == ["UpdateItem", *requests], (method, path)
