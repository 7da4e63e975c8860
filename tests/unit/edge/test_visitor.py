"""Whose word counts about where a visitor is, and where we are."""

import pytest

from shared import request
from tests.support.asking import asked

SECRET = "known to the edge"
EDGE = {"x-relay-origin": SECRET}


def address(**headers: str) -> str:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return request.visitor_address(asked("GET", "/", headers=named), SECRET)


def test_the_edge_is_believed_about_the_visitor() -> None:
    assert address(x_relay_origin=SECRET, x_relay_viewer="203.0.113.9") == "203.0.113.9"


@pytest.mark.parametrize("said", ["", "guessed", "known to the edg", "known to the edge "])
def test_without_the_secret_nobody_is(said: str) -> None:
    assert address(x_relay_origin=said, x_relay_viewer="203.0.113.9") == "192.0.2.1"


def test_the_header_alone_is_not_enough() -> None:
    assert address(x_relay_viewer="203.0.113.9") == "192.0.2.1"


@pytest.mark.parametrize("origin", ["", SECRET])
def test_x_forwarded_for_is_never_believed(origin: str) -> None:
    assert address(x_forwarded_for="203.0.113.9", x_relay_origin=origin) == "192.0.2.1"


def test_a_secret_in_other_letters_is_compared_and_not_believed() -> None:
    assert address(x_relay_origin="秘密", x_relay_viewer="203.0.113.9") == "192.0.2.1"


@pytest.mark.parametrize(
    ("headers", "origin"),
    [
        ({**EDGE, "x-relay-host": "http://127.0.0.1:8080"}, "http://127.0.0.1:8080"),
        ({"x-relay-host": "http://evil.example"}, "https://api.example"),
        ({"host": "evil.example", "x-forwarded-host": "evil.example"}, "https://api.example"),
    ],
)
def test_links_carry_an_address_only_we_can_say(headers: dict[str, str], origin: str) -> None:
    assert request.origin(asked("GET", "/", headers=headers), SECRET) == origin
