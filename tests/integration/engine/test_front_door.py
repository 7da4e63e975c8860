"""The front door in front of a small ASGI application instead of an engine."""

import asyncio
import doctest
import gzip
import json
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest

from infra.edge.headers import ON_STATIC_FILES
from infra.local import sent
from infra.local.front import accept, compression, mailbox, visitor
from infra.local.front.door import FrontDoor
from infra.local.front.http import LARGEST_BODY_BYTES
from infra.local.journal import Journal
from shared import clock
from shared.pages.statics import statics

URL = "http://127.0.0.1:8080"
HOSTILE = {
    "FromEmailAddress": "a@sender.example",
    "Destination": {"ToAddresses": ["b@x.example"]},
    "Content": {
        "Simple": {
            "Subject": {"Data": "</title><script>alert(1)</script>"},
            "Body": {"Text": {"Data": "<b>text"}, "Html": {"Data": '"><script>alert(2)</script>'}},
            "Headers": [{"Name": "Auto-Submitted", "Value": "auto-generated"}],
        }
    },
}


async def echo(scope: Any, receive: Any, send: Any) -> None:
    """Answers with what it was asked; `/broken` as the engine does for a failed function."""
    asked = {
        "path": scope["path"],
        "headers": [(n.decode(), v.decode()) for n, v in scope["headers"]],
        "body": (await receive())["body"].decode("latin-1"),
        "filling": "あ" * 1000,
    }
    status = 502 if scope["path"].endswith("/broken") else 200
    kind = b"image/png" if scope["path"].endswith("/picture") else b"application/json"
    headers = [(b"content-type", kind), (b"set-cookie", b"a=1"), (b"set-cookie", b"b=2")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps(asked).encode()})


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    kept = Journal(tmp_path / "journal.sqlite")
    sent.make_room(kept)
    yield kept
    kept.close()


@pytest.fixture
def door(journal: Journal) -> FrontDoor:
    made = FrontDoor(URL)
    made.opens_onto(echo, journal)
    made.leads_to("api1", "the secret")
    return made


def ended[T](asked: Coroutine[Any, Any, T]) -> T:
    """In a thread of its own: another test's browser may keep a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asked).result()


def ask(door: FrontDoor, method: str, path: str, peer: str = "127.0.0.1", **how: Any) -> Any:
    async def asking() -> httpx.Response:
        through = httpx.ASGITransport(app=door, client=(peer, 1))
        async with httpx.AsyncClient(transport=through, base_url=URL) as client:
            return await client.request(method, path, **how)

    return ended(asking())


def seen(answer: httpx.Response) -> dict[str, str]:
    return dict(answer.json()["headers"])


@pytest.mark.parametrize("path", ["/_ministack/health", "/_aws/x", "/health", "/restapis/a"])
def test_an_engine_path_is_only_a_path_of_the_api(door: FrontDoor, path: str) -> None:
    asked = ask(door, "GET", path).json()
    assert asked["path"] == f"/_aws/execute-api/api1/$default{path}"


def test_the_origin_is_told_who_asks_and_believes_no_visitor_about_it(door: FrontDoor) -> None:
    forged = {"x-relay-viewer": "6.6.6.6", "X-Relay-Origin": "forged", "x-relay-host": "evil"}
    told = seen(ask(door, "GET", "/", headers=forged | {"X-Forwarded-For": "203.0.113.7"}))
    assert told["x-relay-viewer"] == "203.0.113.7"
    assert told["x-relay-origin"] == "the secret"
    assert told["x-relay-host"] == URL


def test_a_visitor_from_elsewhere_cannot_be_somebody_else(door: FrontDoor) -> None:
    named = {"X-Forwarded-For": "203.0.113.7"}
    assert seen(ask(door, "GET", "/", "198.51.100.4", headers=named))["x-relay-viewer"] == (
        "198.51.100.4"
    )


def test_text_is_compressed_for_who_asks_and_pictures_are_not(door: FrontDoor) -> None:
    assert "content-encoding" not in ask(door, "GET", "/", headers={"accept-encoding": ""}).headers
    assert ask(door, "GET", "/").headers["content-encoding"] == "gzip"
    assert "content-encoding" not in ask(door, "GET", "/picture").headers


def test_both_cookies_of_an_answer_arrive(door: FrontDoor) -> None:
    assert ask(door, "GET", "/").headers.get_list("set-cookie") == ["a=1", "b=2"]


def test_a_failed_function_shows_nothing_of_its_inside(door: FrontDoor) -> None:
    answer = ask(door, "GET", "/broken")
    assert (answer.status_code, answer.json()) == (500, {"message": "Internal Server Error"})


def test_a_body_the_edge_would_refuse_is_refused_and_the_largest_it_takes_is_not(
    door: FrontDoor,
) -> None:
    most = b"x" * LARGEST_BODY_BYTES
    assert ask(door, "POST", "/", content=most).json()["body"] == most.decode()
    assert ask(door, "POST", "/", content=most + b"x").status_code == 413


def test_static_files_are_the_doors_with_the_headers_the_edge_gives_them(door: FrontDoor) -> None:
    for static in statics():
        answer = ask(door, "GET", f"/{static.key}")
        assert (answer.status_code, answer.content) == (200, static.body)
        assert answer.headers["content-type"] == static.content_type
        assert answer.headers["cache-control"] == static.cache_control
        assert all(answer.headers[name] == value for name, value in ON_STATIC_FILES.items())
    head = ask(door, "HEAD", "/favicon.ico")
    assert (head.status_code, head.content) == (200, b"")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/static/", 403),
        ("GET", "/static/../static/x.png", 403),
        ("GET", "/static/names.json", 403),
        ("POST", "/favicon.ico", 405),
    ],
)
def test_no_other_file_is_there(door: FrontDoor, method: str, path: str, status: int) -> None:
    answer = ask(door, method, path)
    assert (answer.status_code, answer.content) == (status, b"")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_before_the_stack_is_there_the_door_says_so(journal: Journal) -> None:
    early = FrontDoor(URL)
    early.opens_onto(echo, journal)
    assert ask(early, "GET", "/").status_code == 503


def test_the_mailbox_has_every_mail_with_its_headers_newest_first(
    door: FrontDoor, journal: Journal
) -> None:
    sent.keep(journal, HOSTILE)
    sent.keep(journal, HOSTILE | {"FromEmailAddress": "later@sender.example"})
    first, second = ask(door, "GET", "/_mailbox").json()
    assert first["headers"]["From"] == "later@sender.example"
    assert second["to"] == ["b@x.example"]
    assert second["headers"]["Auto-Submitted"] == "auto-generated"
    assert second["text"] == "<b>text"


@pytest.mark.parametrize("path", ["/_mailbox", "/_mailbox/1"])
def test_people_read_by_tokyos_clock_when_a_mail_was_sent(
    door: FrontDoor, journal: Journal, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 23, 15, 4, 5, tzinfo=UTC))
    sent.keep(journal, HOSTILE)
    page = ask(door, "GET", path, headers={"accept": "text/html"})
    assert ">2026-11-24 00:04:05 JST</time>" in page.text
    assert ask(door, "GET", "/_mailbox").json()[0]["sent_at"] == "2026-11-23T15:04:05.000Z"


@pytest.mark.parametrize("path", ["/_mailbox", "/_mailbox/1"])
def test_a_hostile_mail_writes_no_markup_into_the_mailbox(
    door: FrontDoor, journal: Journal, path: str
) -> None:
    sent.keep(journal, HOSTILE)
    page = ask(door, "GET", path, headers={"accept": "text/html,*/*;q=0.8"})
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert "<script" not in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]


def test_a_mail_that_is_not_there_is_not_found(door: FrontDoor) -> None:
    asked = {"accept": "text/html"}
    assert ask(door, "GET", "/_mailbox/7", headers=asked).status_code == 404
    assert ask(door, "GET", "/_mailbox/x", headers=asked).status_code == 404


def test_gzip_is_what_it_says(door: FrontDoor) -> None:
    async def raw() -> bytes:
        through = httpx.ASGITransport(app=door)
        async with (
            httpx.AsyncClient(transport=through, base_url=URL) as client,
            client.stream("GET", "/") as answer,
        ):
            return b"".join([piece async for piece in answer.aiter_raw()])

    assert json.loads(gzip.decompress(ended(raw())))["filling"] == "あ" * 1000


@pytest.mark.parametrize(
    "module", [accept, compression, mailbox, visitor], ids=lambda m: m.__name__
)
def test_the_examples_hold(module: ModuleType) -> None:
    done = doctest.testmod(module)
    assert done.attempted and not done.failed
