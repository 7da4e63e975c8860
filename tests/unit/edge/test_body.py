"""A body within bounds, in readable letters, of a kind we take."""

import base64
from typing import Any

import pytest

from shared import request
from shared.domain.errors import MalformedBody, PayloadTooLarge, UnsupportedMediaType
from shared.request import FORM, JSON, MAX_BODY, MAX_FIELDS
from tests.support.asking import asked


def sent(body: bytes, kind: str = JSON) -> dict[str, Any]:
    """As the gateway sends what is not plain text."""
    event = asked("POST", "/", base64.b64encode(body).decode(), {"content-type": kind})
    return {**event, "isBase64Encoded": True}


@pytest.mark.parametrize("body", ["", None])
def test_no_body_is_an_empty_text(body: str | None) -> None:
    assert request.text(asked("POST", "/", body)) == ""


def test_64_kib_is_the_most() -> None:
    assert len(request.text(asked("POST", "/", "a" * MAX_BODY))) == MAX_BODY
    with pytest.raises(PayloadTooLarge):
        request.text(asked("POST", "/", "a" * (MAX_BODY + 1)))


def test_bytes_count_not_letters() -> None:
    with pytest.raises(PayloadTooLarge):
        request.text(asked("POST", "/", "あ" * (MAX_BODY // 3 + 1)))
    with pytest.raises(PayloadTooLarge):
        request.text(sent(b"\xff" * (MAX_BODY + 1)))


@pytest.mark.parametrize("body", [b"\xff\xfe", "青".encode("shift_jis"), b"\xed\xa0\x80"])
def test_what_is_not_utf8_is_malformed(body: bytes) -> None:
    with pytest.raises(MalformedBody):
        request.text(sent(body))


def test_a_body_that_is_not_the_base64_it_says_is_malformed() -> None:
    event = {**asked("POST", "/", "***"), "isBase64Encoded": True}
    with pytest.raises(MalformedBody):
        request.text(event)


@pytest.mark.parametrize("kind", ["text/plain", "", "multipart/form-data", "application/xml"])
def test_other_kinds_are_refused(kind: str) -> None:
    with pytest.raises(UnsupportedMediaType):
        request.values(asked("POST", "/", "{}", {"content-type": kind}))


@pytest.mark.parametrize("kind", [JSON, "Application/JSON", "application/json; charset=utf-8"])
def test_json_is_read_however_its_kind_is_written(kind: str) -> None:
    event = asked("POST", "/", '{"name": "青空 🦋"}', {"content-type": kind})
    assert request.values(event) == {"name": "青空 🦋"}


@pytest.mark.parametrize(
    "said", ["", "{", "{'a': 1}", "[" * 60_000, '{"a":' * 10_000, "9" * 5000, "\x00", r'"\ud83d"']
)
def test_what_is_no_json_is_malformed(said: str) -> None:
    with pytest.raises(MalformedBody):
        request.values(asked("POST", "/", said))


def test_a_forms_dotted_names_nest_and_are_ticks() -> None:
    said = "email=a%40b.jp&full_name=%E9%9D%92&consents.core=on&consents.news=off&phone="
    assert request.values(asked("POST", "/", said, {"content-type": FORM})) == {
        "email": "a@b.jp",
        "full_name": "青",
        "consents": {"core": True, "news": False},
        "phone": "",
    }


@pytest.mark.parametrize(
    "said", ["a=%FF", "a=%E3%81", "a=%ED%A0%80", "&".join(["a=1"] * (MAX_FIELDS + 1))]
)
def test_a_form_of_junk_is_malformed(said: str) -> None:
    with pytest.raises(MalformedBody):
        request.values(asked("POST", "/", said, {"content-type": FORM}))


@pytest.mark.parametrize("said", ["consents=x&consents.core=on", "consents.core=on&consents=x"])
def test_a_name_used_both_ways_is_no_failure(said: str) -> None:
    assert request.values(asked("POST", "/", said, {"content-type": FORM})) == {"consents": "x"}


@pytest.mark.parametrize(
    ("kind", "accept", "json"),
    [
        (JSON, "", True),
        (JSON, "*/*", True),
        (FORM, "application/json", True),
        (FORM, "application/problem+json", True),
        (FORM, "", False),
        (JSON, "text/html,application/xhtml+xml,*/*;q=0.8", True),
        (FORM, "text/html,application/json;q=0.1", False),
        ("", "text/html,application/json", False),
    ],
)
def test_a_browser_gets_pages_and_a_program_json(kind: str, accept: str, json: bool) -> None:
    event = asked("POST", "/", "", {"content-type": kind, "accept": accept})
    assert request.prefers_json(event) is json


@pytest.mark.parametrize(
    "ticked", ["consents.core=on", "consents%5Bcore%5D=true", "consents[core]=1"]
)
def test_a_tick_is_a_tick_however_a_form_writes_it(ticked: str) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert request.values(asked("POST", "/", ticked, headers=form)) == {"consents": {"core": True}}
