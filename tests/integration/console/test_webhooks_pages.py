"""Webhook endpoints by hand: made, changed, paused, rotated, removed; what was sent, and again."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from functions.console import webhook_log
from functions.console.webhook_facts import field
from shared.contracts.webhook_kinds import KINDS
from shared.domain.company import CompanyState
from shared.domain.endpoint import MOST, PURPOSE, Endpoint
from shared.domain.endpoint_health import Disabled, Health
from shared.domain.heard import Answered, Unanswered, Why
from shared.domain.redelivery import GivenUp
from shared.domain.seat import CompanyRole
from shared.domain.webhook_message import Attempt, Message, State, dropped, recorded
from shared.table import keys
from shared.table.commit import Table
from shared.table.endpoints import Endpoints
from shared.table.messages import Messages
from tests.integration.console.test_job_orders import log, table_of
from tests.support.builders import ACME, BOLT
from tests.support.counting import Counted
from tests.support.endpoints import URL, FakeTickets, a_message, an_endpoint
from tests.support.fakes.seals import FakeSeals
from tests.support.sat import Sat, hidden, sat
from tests.support.stores import Stores
from tests.support.webhook_log import long_log

HERE = "/console/webhooks"
ONE = f"{HERE}/whe_a"
NOW = datetime.now(UTC).replace(microsecond=0)
TODAY = NOW.replace(hour=0, minute=0, second=0)
ASKED = {
    "url": URL,
    "description": "給与システム",
    "which": "chosen",
    field("credit.granted"): "on",
    field("ats.connection.degraded"): "on",
}


@pytest.fixture
def owner(relay: Stores) -> Sat:
    return sat(table_of(relay))


@pytest.fixture
def endpoints(relay: Stores) -> Endpoints:
    return Endpoints(table_of(relay))


@pytest.fixture
def endpoint(endpoints: Endpoints) -> Endpoint:
    endpoints.add(an_endpoint(created_at=NOW))
    return endpoints.find(ACME, an_endpoint().endpoint_id)


@pytest.fixture
def messages(endpoints: Endpoints) -> Messages:
    return Messages(endpoints.table)


@pytest.fixture
def tickets(relay: Stores, monkeypatch: pytest.MonkeyPatch) -> FakeTickets:
    made = FakeTickets()
    monkeypatch.setattr(webhook_log, "tickets", lambda: made)
    return made


def shown_secret(page: str) -> str:
    found = re.search(r">(whsec_[\w+/=]{44})</textarea>", page)
    assert found, page
    return found[1]


def told(messages: Messages, endpoint: Endpoint, n: int = 1) -> Message:
    message = a_message(endpoint, n, TODAY - timedelta(days=1))
    messages.add(message)
    return message


def test_one_made_here_hears_of_what_was_ticked_and_its_secret_is_shown_once(
    relay: Stores, owner: Sat, endpoints: Endpoints
) -> None:
    form = ASKED | {"once": hidden(owner.reads(f"{HERE}/new")[1], "once")}
    status, page = owner.sends(HERE, form)
    assert status == 201
    secret = shown_secret(page)
    [made] = endpoints.all(ACME)
    assert made.events == ("credit.granted", "ats.connection.degraded")
    assert (made.url, made.description) == (URL, "給与システム")
    [sealed] = made.secrets
    assert FakeSeals().unseal(sealed.text, PURPOSE, made.endpoint_id) == secret
    assert owner.sends(HERE, form) == (303, f"{HERE}?done=before")
    after = owner.reads(f"{HERE}?done=before")[1]
    assert "二度は表示しません" in after and secret not in after
    assert len(endpoints.all(ACME)) == 1
    events = "credit.granted ats.connection.degraded"
    noted = {"host": "hooks.aozora.example", "events": events}
    assert log(relay) == [("webhook.make", made.endpoint_id, noted)]


@pytest.mark.parametrize(
    ("wrong", "name", "says"),
    [
        ({"url": ""}, "url", "送り先のURLを入力してください"),
        ({"url": "http://x.example/"}, "url", "https:// で始まる"),
        ({"url": "https://10.0.0.1/"}, "url", "IPアドレス"),
        ({"url": "https://a:b@x.example/"}, "url", "ユーザー名とパスワード"),
        ({"url": "https://x.example:8443/"}, "url", "443"),
        ({"url": "https://x.example/#a"}, "url", "#"),
        ({"url": "https://x.example/a b"}, "url", "空白"),
        ({"description": "x" * 121}, "description", "120文字"),
        ({field("credit.granted"): "", field("ats.connection.degraded"): ""}, "events", "1つ以上"),
        ({"which": "what?", field("credit.granted"): ""}, "", ""),
    ],
)
def test_a_wrong_field_is_told_beside_it_and_what_was_typed_stays(
    owner: Sat, endpoints: Endpoints, wrong: dict[str, str], name: str, says: str
) -> None:
    if not name:  # neither of two choices is the second one
        assert owner.sends(HERE, ASKED | wrong)[0] == 201
        return
    status, page = owner.sends(HERE, ASKED | wrong)
    assert status == 422
    [beside] = re.findall(rf'id="{name}-wrong">([^<]*)<', page)
    assert says in beside
    assert endpoints.all(ACME) == []


def test_a_family_chosen_by_a_program_stays_one_while_its_kinds_stay_ticked(
    owner: Sat, endpoints: Endpoints
) -> None:
    endpoints.add(an_endpoint(events=("credit.*",)))
    page = owner.reads(ONE)[1]
    ticks = re.findall(r'name="(event-[^"]+)" value="on" checked', page)
    assert ticks == [field(kind) for kind in KINDS if kind.startswith("credit.")]
    form = {"url": URL, "description": "", "which": "chosen", **dict.fromkeys(ticks, "on")}
    assert owner.sends(ONE, form) == (303, f"{ONE}?done=changed")
    assert endpoints.all(ACME)[0].events == ("credit.*",)
    owner.sends(ONE, form | {field("relay.formed"): "on"})
    [changed] = endpoints.all(ACME)
    assert set(changed.events) == {k for k in KINDS if k.startswith("credit.")} | {"relay.formed"}
    owner.sends(ONE, form | {"which": "all"})
    assert endpoints.all(ACME)[0].events == ("*",)


def test_a_wrong_change_is_told_beside_its_field(
    owner: Sat, endpoint: Endpoint, endpoints: Endpoints
) -> None:
    for wrong, name in (({"url": ""}, "url"), ({"which": "chosen"}, "events")):
        status, page = owner.sends(ONE, {"url": URL, "which": "all", **wrong})
        assert status == 422 and f'id="{name}-wrong"' in page
    assert endpoints.all(ACME) == [endpoint]


def test_it_is_paused_and_turned_on_and_one_we_stopped_says_why(
    relay: Stores, owner: Sat, endpoint: Endpoint, endpoints: Endpoints
) -> None:
    assert owner.sends(f"{ONE}/state", {"state": "paused"}) == (303, f"{ONE}?done=paused")
    page = owner.reads(f"{ONE}?done=paused")[1]
    assert "送信を一時停止しました" in page and f"{ONE}/test" not in page
    [paused] = endpoints.all(ACME)
    stopped = replace(
        paused, disabled=Disabled.FAILING, disabled_at=NOW, health=Health(NOW, NOW, 5)
    )
    endpoints.change(paused, stopped)
    assert "5日にわたり失敗が続いたため" in owner.reads(ONE)[1]
    assert "5日にわたり失敗が続いたため" in owner.reads(HERE)[1]
    assert owner.sends(f"{ONE}/state", {"state": "on"}) == (303, f"{ONE}?done=turned_on")
    assert endpoints.all(ACME)[0].is_on and endpoints.all(ACME)[0].health == Health()
    states = [said for _, _, said in log(relay)]
    assert states == [
        {"state.before": "on", "state.after": "paused"},
        {"state.before": "disabled", "state.after": "on"},
    ]
    assert owner.sends(f"{ONE}/state", {"state": "x"})[0] == 422


def test_a_new_secret_is_shown_once_and_both_sign_for_a_day(
    owner: Sat, endpoint: Endpoint, endpoints: Endpoints
) -> None:
    asked = owner.reads(f"{ONE}/rotate")[1]
    assert "24時間" in asked
    form = {"once": hidden(asked, "once")}
    status, page = owner.sends(f"{ONE}/rotate", form)
    assert status == 200 and "前のシークレットでも署名します" in page
    secret = shown_secret(page)
    [found] = endpoints.all(ACME)
    assert FakeSeals().unseal(found.secrets[0].text, PURPOSE, "whe_a") == secret
    assert len(found.secrets) == 2 and found.both_until(NOW)
    assert owner.sends(f"{ONE}/rotate", form) == (303, f"{ONE}?done=rotated")
    assert secret not in owner.reads(f"{ONE}?done=rotated")[1]
    assert endpoints.all(ACME) == [found]


def test_removed_it_is_gone(owner: Sat, endpoint: Endpoint, endpoints: Endpoints) -> None:
    assert "元には戻せません" in owner.reads(f"{ONE}/remove")[1]
    assert owner.sends(f"{ONE}/remove") == (303, f"{HERE}?done=removed")
    assert endpoints.all(ACME) == [] and owner.reads(ONE)[0] == 404
    assert "送り先はまだありません" in owner.reads(f"{HERE}?done=removed")[1]


def test_of_ten_there_is_no_eleventh(owner: Sat, endpoints: Endpoints) -> None:
    for n in range(MOST):
        endpoints.add(an_endpoint(f"whe_{n}"))
    page = owner.reads(HERE)[1]
    assert "10件まで" in page and f"{HERE}/new" not in page
    status, page = owner.sends(HERE, ASKED)
    assert status == 409 and "どれかを削除" in page


def test_who_left_adds_none(relay: Stores, owner: Sat) -> None:
    table = table_of(relay)
    table.commit(table.change(keys.company(ACME), put={"state": CompanyState.LEFT}))
    status, page = owner.sends(HERE, ASKED)
    assert status == 409 and "プログラムを終えているため" in page


def test_each_message_says_how_it_stands_and_every_attempt_why(
    owner: Sat, endpoint: Endpoint, messages: Messages
) -> None:
    failed, none = told(messages, endpoint, 1), told(messages, endpoint, 2)
    once = recorded(failed, Attempt.of(Unanswered(Why.TLS), NOW, 40), GivenUp())
    again = replace(once, state=State.FAILED)
    both = recorded(replace(again, turn=1), Attempt.of(Answered(500), NOW, 1234), GivenUp())
    messages.change(failed, both)
    messages.change(none, dropped(none))
    page = owner.reads(f"{ONE}/deliveries")[1]
    assert page.index("送りませんでした") < page.index("届きませんでした")
    [attempts] = re.findall(r"<details><summary>.*?</details>", page.partition("<main")[2], re.S)
    assert "送信2回：500と答えました" in attempts
    assert "証明書を確かめられませんでした" in attempts and "1,234ミリ秒" in attempts


def test_one_is_sent_again_by_its_button_once(
    relay: Stores, owner: Sat, endpoint: Endpoint, messages: Messages, tickets: FakeTickets
) -> None:
    message = told(messages, endpoint)
    messages.change(message, dropped(message))
    path = f"{ONE}/deliveries/{message.message_id}/resend"
    form = {"once": hidden(owner.reads(f"{ONE}/deliveries")[1], "once")}
    for _ in range(2):
        assert owner.sends(path, form) == (303, f"{ONE}/deliveries?done=resent")
    assert [ticket.message_id for ticket in tickets.sent] == [message.message_id]
    assert log(relay) == [("webhook.resend", "whe_a", {"delivery_id": message.message_id})]


def test_a_test_is_seen_in_the_log_on_the_next_reading(
    owner: Sat, endpoint: Endpoint, tickets: FakeTickets
) -> None:
    assert owner.sends(f"{ONE}/test") == (303, f"{ONE}/deliveries?done=tested")
    page = owner.reads(f"{ONE}/deliveries?done=tested")[1]
    assert "テストを送ります" in page and "まもなく送ります" in page
    [ticket] = tickets.sent
    assert ticket.message_id in page


def test_a_time_is_sent_again_and_the_page_says_how_much(
    owner: Sat, endpoint: Endpoint, messages: Messages, tickets: FakeTickets
) -> None:
    for n in range(3):
        message = told(messages, endpoint, n)
        messages.change(message, dropped(message))
    span = {"from": f"{TODAY - timedelta(days=2):%Y-%m-%dT%H:%M}", "to": f"{NOW:%Y-%m-%dT%H:%M}"}
    status, led = owner.sends(f"{ONE}/replay", span)
    assert (status, led) == (303, f"{ONE}/deliveries?done=replayed&n=3")
    assert "3件を送り直します" in owner.reads(led)[1]
    assert "{n}" not in owner.reads(f"{ONE}/deliveries?done=replayed&n=%3Cb%3E")[1]
    wrong: list[tuple[dict[str, str], str]] = [
        ({"from": ""}, "from"),
        ({"to": "x"}, "to"),
        ({"to": span["from"]}, "to"),
        ({"from": "2020-01-01T00:00", "to": "2020-01-02T00:00"}, "from"),
    ]
    for said, name in wrong:
        status, page = owner.sends(f"{ONE}/replay", span | said)
        assert status == 422 and f'id="{name}-wrong"' in page


@pytest.mark.parametrize("what", ["test", "replay", "resend"])
def test_to_one_that_is_off_nothing_is_sent_and_the_page_says_so(
    owner: Sat,
    endpoint: Endpoint,
    endpoints: Endpoints,
    messages: Messages,
    tickets: FakeTickets,
    what: str,
) -> None:
    message = told(messages, endpoint)
    endpoints.change(endpoint, endpoint.held())
    page = owner.reads(f"{ONE}/deliveries")[1]
    assert "/resend" not in page and "/test" not in page and "/replay" not in page
    path = f"deliveries/{message.message_id}/resend" if what == "resend" else what
    span = {"from": f"{TODAY - timedelta(days=2):%Y-%m-%dT%H:%M}", "to": f"{NOW:%Y-%m-%dT%H:%M}"}
    status, page = owner.sends(f"{ONE}/{path}", span if what == "replay" else {})
    assert status == 409 and "この送り先は止まっているため、送れません" in page
    assert tickets.sent == []


@pytest.mark.parametrize("role", [CompanyRole.RECRUITER, CompanyRole.VIEWER])
def test_webhooks_are_an_owners(
    relay: Stores, endpoint: Endpoint, endpoints: Endpoints, role: CompanyRole
) -> None:
    other = sat(table_of(relay), role)
    for path in (HERE, ONE, f"{HERE}/new", f"{ONE}/deliveries", f"{ONE}/rotate", f"{ONE}/remove"):
        assert other.reads(path)[0] == 403, path
    sends: tuple[tuple[str, dict[str, str]], ...] = (
        (HERE, ASKED),
        (ONE, ASKED),
        (f"{ONE}/state", {"state": "paused"}),
        (f"{ONE}/rotate", {}),
        (f"{ONE}/remove", {}),
        (f"{ONE}/test", {}),
    )
    for path, form in sends:
        assert other.sends(path, form)[0] == 403, path
    assert endpoints.all(ACME) == [endpoint]
    assert f'href="{HERE}"' not in other.reads("/console")[1]


def test_another_companys_is_not_there(relay: Stores, owner: Sat, endpoints: Endpoints) -> None:
    endpoints.add(an_endpoint("whe_bolts", BOLT))
    path = f"{HERE}/whe_bolts"
    for read in ("", "/deliveries", "/rotate", "/remove"):
        assert owner.reads(f"{path}{read}")[0] == 404
    for sent in ("/rotate", "/remove", "/test", ""):
        assert owner.sends(f"{path}{sent}", ASKED)[0] == 404
    assert endpoints.all(BOLT) == [an_endpoint("whe_bolts", BOLT)]


def test_what_a_company_types_is_text_on_every_page(owner: Sat, endpoints: Endpoints) -> None:
    evil = "<script>alert(1)</script>"
    endpoints.add(an_endpoint(description=evil, url=f"https://hooks.example.jp/{evil}"))
    for path in (HERE, ONE, f"{ONE}/deliveries", f"{ONE}/rotate", f"{ONE}/remove"):
        assert "<script>alert" not in owner.reads(path)[1]


def test_a_page_of_ten_thousand_is_four_requests_and_under_a_hundred_kilobytes(
    owner: Sat, endpoint: Endpoint, counted: Counted, relay: Stores
) -> None:
    table: Table = table_of(relay)
    newest = long_log(table, endpoint, 10_000, TODAY - timedelta(days=1))
    counted.since()
    status, page = owner.reads(f"{ONE}/deliveries")
    asked: list[Any] = counted.since()
    assert status == 200 and len(asked) <= 4, asked
    assert len(page.encode()) < 100_000
    assert page.count("/resend") == 20 and newest.message_id in page
    following = re.search(r'rel="next" href="([^"]+)"', page)
    assert following
    status, later = owner.reads(following[1].replace("&amp;", "&").replace("%3D", "="))
    assert status == 200 and newest.message_id not in later
