"""What a program says of itself and of its request: key, idempotency key, cursor."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared import programs
from shared.domain.access import Caller
from shared.domain.errors import InvalidRequest, Unauthenticated
from shared.domain.once import Once
from shared.mint import key_digest
from shared.table import keys
from tests.support.asking import asked
from tests.support.builders import ACME
from tests.support.fakes.companies import FakeApiKeys
from tests.support.fakes.memory import Memory

CALLER = Caller("key_1", "company", frozenset({"links:read"}), ACME)


def once(
    key: str = "k", body: Any = None, path: str = "/v1/links", method: str = "POST", by: str = ACME
) -> Once:
    event = asked(method, path, body or {"label": "x"}, {"idempotency-key": key})
    found = programs.once(event, by)
    assert found is not None
    return found


def test_without_an_idempotency_key_nothing_is_remembered() -> None:
    assert programs.once(asked("POST", "/v1/links", {"label": "x"}), ACME) is None


def test_the_same_request_is_the_same_and_another_is_another() -> None:
    assert once().request_digest == once().request_digest
    others = [once(body={"label": "y"}), once(path="/v1/links/1/rotate"), once(method="PATCH")]
    assert once().request_digest not in {other.request_digest for other in others}
    assert {other.key_digest for other in others} == {once().key_digest}


def test_a_key_belongs_to_its_caller() -> None:
    assert (once(by="co_1").scope, once(by="co_2").scope) == ("co_1", "co_2")


def test_an_answer_is_kept_for_more_than_a_day() -> None:
    assert once().until > datetime.now(UTC) + timedelta(hours=24)


def test_a_key_of_201_characters_is_refused() -> None:
    assert once("k" * 200)
    with pytest.raises(InvalidRequest):
        once("k" * 201)


@pytest.mark.parametrize("name", ["LINK#lnk_01", "LINK#あ"])
def test_a_cursor_comes_back_as_where_to_go_on(name: str) -> None:
    given = programs.cursor(name)
    assert given is not None
    assert programs.after(given, keys.LINK_PREFIX) == name


def test_no_cursor_is_the_beginning() -> None:
    assert programs.cursor(None) is None
    assert programs.after("", keys.LINK_PREFIX) is None


@pytest.mark.parametrize("made_up", ["x", "%%%", "====", "あ", programs.cursor("HEAD") or ""])
def test_a_cursor_we_did_not_give_is_refused(made_up: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        programs.after(made_up, keys.LINK_PREFIX)
    assert refused.value.fields == {"cursor": "malformed"}


@pytest.mark.parametrize("said", ["Bearer crk_x", "bearer crk_x", "BEARER  crk_x "])
def test_a_known_key_says_who_asks(said: str) -> None:
    known: Any = FakeApiKeys(Memory(api_keys={key_digest("crk_x"): CALLER}))
    assert programs.caller(asked("GET", "/", headers={"authorization": said}), known) == CALLER


@pytest.mark.parametrize("said", ["", "crk_x", "Basic crk_x", "Bearer", "Bearer ", "Bearer other"])
def test_without_a_known_key_nobody_asks(said: str) -> None:
    known: Any = FakeApiKeys(Memory(api_keys={key_digest("crk_x"): CALLER}))
    with pytest.raises(Unauthenticated):
        programs.caller(asked("GET", "/", headers={"authorization": said}), known)
