"""Who is let through to the origin, while its secret stands still and while it turns."""

import json
from types import ModuleType
from typing import Any

import pytest

import functions.agency.handler as agency
import functions.click.handler as click
import functions.manage.handler as manage
import functions.place.handler as place
import functions.register.handler as register
from shared import people
from shared.domain.errors import NotFromEdge, Unavailable
from shared.edge import ASKED_AGAIN_SECONDS, KEPT_SECONDS, UNANSWERED_SECONDS, Lock
from shared.request import ORIGIN
from tests.support.asking import CONTEXT, asked
from tests.support.builders import AGENCY

BROWSER = {"accept": "text/html,*/*;q=0.8", "accept-language": "ja"}
HANDLERS = [click, register, manage, agency, place]


class Secret:
    """What stands under each label, and how often somebody looked."""

    def __init__(self, **values: str) -> None:
        self.values, self.looks, self.away, self.now = values, list[str](), False, 1e9

    def read(self, label: str) -> str | None:
        if self.away:
            raise Unavailable("away")
        self.looks.append(label)
        return self.values.get(label)


@pytest.fixture
def secret() -> Secret:
    return Secret(AWSCURRENT="first")


@pytest.fixture
def ours(secret: Secret) -> Lock:
    made = Lock(secret.read, lambda: secret.now)
    made.learn("AWSCURRENT")
    return made


def lets_in(lock: Lock, said: str | None) -> bool:
    headers = {} if said is None else {ORIGIN: said}
    try:
        lock.admit({"headers": headers})
    except NotFromEdge:
        return False
    return True


@pytest.mark.parametrize("said", [None, "", "firs", "first ", "FIRST", "秘密"])
def test_nobody_who_cannot_say_it_comes_in(ours: Lock, said: str | None) -> None:
    assert not lets_in(ours, said)


def test_a_start_reads_one_value_and_a_good_request_none(ours: Lock, secret: Secret) -> None:
    assert all(lets_in(ours, "first") for _ in range(100))
    assert secret.looks == ["AWSCURRENT"]


def test_a_request_that_says_nothing_makes_nobody_look(ours: Lock, secret: Secret) -> None:
    secret.now += KEPT_SECONDS
    assert not lets_in(ours, None)
    assert secret.looks == ["AWSCURRENT"]


def test_a_turn_cuts_nobody_off(ours: Lock, secret: Secret) -> None:
    secret.values |= {"AWSPENDING": "second"}
    assert lets_in(ours, "second")
    assert lets_in(ours, "first")
    secret.values = {"AWSCURRENT": "second", "AWSPREVIOUS": "first"}
    secret.now += ASKED_AGAIN_SECONDS
    assert lets_in(ours, "second")
    assert lets_in(ours, "first")


def test_after_two_turns_the_first_value_is_worth_nothing(ours: Lock, secret: Secret) -> None:
    secret.values = {"AWSCURRENT": "third", "AWSPREVIOUS": "second"}
    assert lets_in(ours, "third")
    assert not lets_in(ours, "first")


def test_guessing_makes_us_look_once_a_minute(ours: Lock, secret: Secret) -> None:
    assert not any(lets_in(ours, f"guess {n}") for n in range(50))
    assert secret.looks == ["AWSCURRENT", "AWSCURRENT", "AWSPENDING", "AWSPREVIOUS"]
    secret.now += ASKED_AGAIN_SECONDS
    assert not lets_in(ours, "one more")
    assert len(secret.looks) == 7


def test_a_value_an_hour_old_is_read_again_as_in_a_restored_snapshot(
    ours: Lock, secret: Secret
) -> None:
    secret.values = {"AWSCURRENT": "third", "AWSPREVIOUS": "second"}
    secret.now += KEPT_SECONDS
    assert not lets_in(ours, "first")
    assert lets_in(ours, "third")


def test_while_nobody_tells_the_known_value_stays_good(ours: Lock, secret: Secret) -> None:
    secret.away = True
    secret.now += KEPT_SECONDS
    assert lets_in(ours, "first")
    with pytest.raises(Unavailable):
        ours.admit({"headers": {ORIGIN: "second"}})
    secret.away, secret.values = False, {"AWSCURRENT": "second"}
    secret.now += UNANSWERED_SECONDS
    assert lets_in(ours, "second")


@pytest.mark.parametrize("said", [{}, {ORIGIN: ""}, {ORIGIN: "guessed"}])
@pytest.mark.parametrize("handler", HANDLERS, ids=lambda h: h.__name__)
def test_every_function_refuses_who_came_past_the_edge_before_it_looks_at_anything(
    handler: ModuleType, said: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(*_: Any) -> None:
        raise AssertionError("something was read")

    for name in ("table", "doorways", "clicks", "pepper"):
        monkeypatch.setattr(handler, name, nothing, raising=False)
    event = asked("POST", "/v1/companies", "{" * 70_000)
    event["headers"] = {"accept": "application/json"} | said
    reply = handler.handle(event, CONTEXT)
    assert (reply["statusCode"], json.loads(reply["body"])["code"]) == (403, "not_from_edge")
    assert reply["headers"]["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("handler", [click, register], ids=lambda h: h.__name__)
def test_a_person_who_came_past_the_edge_is_shown_the_way_back(
    handler: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "agency", lambda: AGENCY)
    event = asked("GET", "/r/acme-link", headers=BROWSER | {ORIGIN: "guessed"})
    reply = handler.handle(event, CONTEXT)
    assert reply["statusCode"] == 403
    assert reply["headers"]["Content-Type"].startswith("text/html")
    assert "メールのリンクから" in reply["body"]


def test_a_look_nobody_answers_is_not_made_again_for_each_who_comes(
    ours: Lock, secret: Secret
) -> None:
    """And what it could not tell is not called wrong: it may be the new value."""
    secret.away = True
    for _ in range(3):
        with pytest.raises(Unavailable):
            ours.admit({"headers": {ORIGIN: "second"}})
    secret.away, secret.values = False, {"AWSCURRENT": "second"}
    with pytest.raises(Unavailable):
        ours.admit({"headers": {ORIGIN: "second"}})
    assert lets_in(ours, "first")
    secret.now += UNANSWERED_SECONDS
    assert lets_in(ours, "second")
