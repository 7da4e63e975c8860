"""Whose word counts about where a visitor is, and where we are."""

import pytest

from shared import request
from tests.support.asking import asked


def test_the_edge_is_believed_about_the_visitor() -> None:
    event = asked("GET", "/", headers={"x-relay-viewer": "203.0.113.9"})
    assert request.visitor_address(event) == "203.0.113.9"


@pytest.mark.parametrize("name", ["x-forwarded-for", "forwarded", "x-real-ip"])
def test_a_header_anybody_writes_is_never_believed(name: str) -> None:
    event = asked("GET", "/", headers={name: "203.0.113.9"})
    assert request.visitor_address(event) == "192.0.2.1"


@pytest.mark.parametrize(
    ("headers", "origin"),
    [
        ({"x-relay-host": "http://127.0.0.1:8080"}, "http://127.0.0.1:8080"),
        ({"host": "evil.example", "x-forwarded-host": "evil.example"}, "https://api.example"),
    ],
)
def test_links_carry_an_address_only_the_edge_can_say(headers: dict[str, str], origin: str) -> None:
    assert request.origin(asked("GET", "/", headers=headers)) == origin
