"""Every refusal leaves as a problem document, and nothing of ours leaks."""

import json
from typing import Any

import pytest
from aws_lambda_powertools.event_handler import Response

from shared import web
from shared.domain.errors import Conflict, TooManyRequests, Unauthenticated
from tests.support.asking import CONTEXT, asked

app = web.resolver()


@app.get("/refuses/<how>")
def refuses(how: str) -> Response[str]:
    raise {
        "conflict": Conflict("later"),
        "rate": TooManyRequests("slower", retry_after=60),
        "key": Unauthenticated("who?"),
        "bug": KeyError("secret-of-ours"),
    }[how]


def answer(event: dict[str, Any], **options: Any) -> tuple[int, dict[str, str], Any]:
    reply = web.answer(app, event, CONTEXT, **options)
    return reply["statusCode"], reply["headers"], json.loads(reply["body"])


@pytest.mark.parametrize(
    ("how", "status", "header", "value"),
    [
        ("conflict", 503, "Retry-After", "1"),
        ("rate", 429, "Retry-After", "60"),
        ("key", 401, "WWW-Authenticate", 'Bearer realm="career-relay"'),
    ],
)
def test_a_refusal_brings_what_its_status_obliges(
    how: str, status: int, header: str, value: str
) -> None:
    said, headers, problem = answer(asked("GET", f"/refuses/{how}"))
    assert (said, problem["status"], headers[header]) == (status, status, value)
    assert (headers["Cache-Control"], problem["instance"]) == ("no-store", "urn:request:request-1")


def test_our_own_fault_says_only_that_it_was_ours() -> None:
    status, _, problem = answer(asked("GET", "/refuses/bug"))
    assert (status, problem["code"]) == (500, "internal_error")
    assert "secret-of-ours" not in json.dumps(problem)


def test_an_unknown_path_is_404_and_a_known_one_asked_wrongly_405() -> None:
    assert answer(asked("GET", "/nothing"))[0] == 404
    status, headers, _ = answer(asked("DELETE", "/refuses/key"))
    assert (status, headers["Allow"]) == (405, "GET")


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (None, "text/plain", 404),
        ("{}", "application/json", 404),
        ("{}", "text/plain", 415),
        ("{", "application/json", 400),
        ("[" * 60_000, "application/json", 400),
        (r'"\ud83d"', "application/json", 400),
    ],
)
def test_a_program_sends_json_or_nothing(body: str | None, kind: str, status: int) -> None:
    event = asked("POST", "/nothing", body, {"content-type": kind})
    assert answer(event, before=web.json_only)[0] == status


def test_a_body_too_large_is_refused_whatever_the_path() -> None:
    assert answer(asked("GET", "/nothing", "a" * 70_000))[0] == 413
