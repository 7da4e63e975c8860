"""The engine inside this process: botocore asks, no socket is opened, nothing is kept."""

import asyncio
import io
import os
import threading
from collections.abc import Coroutine, Iterator
from contextvars import copy_context
from functools import cache
from typing import Any, Final
from urllib.parse import urlsplit

from botocore.awsrequest import AWSPreparedRequest, AWSResponse


class _Body(io.BytesIO):
    def stream(self, **_: Any) -> Iterator[bytes]:
        yield self.read()


_ONE_AT_A_TIME: Final = threading.Lock()
QUIET: Final = {"PERSIST_STATE": "0", "IOT_MTLS_ENABLED": "0", "LOG_LEVEL": "ERROR"}


@cache
def _engine() -> tuple[Any, asyncio.AbstractEventLoop]:
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    from ministack.app import app

    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()
    return app, loop


def answered(request: AWSPreparedRequest, **_: Any) -> Any:
    """botocore's `before-send`: the engine answers, and nothing leaves the process."""
    app, loop = _engine()
    raw = _bytes_of(request.body)
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": raw, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    asked = app(_scope(request), receive, send)
    if not _of_a_table(request):
        asyncio.run_coroutine_threadsafe(asked, loop).result(30)
    elif threading.current_thread() is threading.main_thread():
        copy_context().run(_at_once, asked)
    else:
        asyncio.run_coroutine_threadsafe(_alone(asked), loop).result(30)
    headers: Any = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return AWSResponse(str(request.url), sent[0]["status"], headers, _Body(body))


def _of_a_table(request: AWSPreparedRequest) -> bool:
    target = request.headers.get("X-Amz-Target", b"")
    return bytes(target if isinstance(target, bytes) else target.encode()).startswith(b"DynamoDB_")


def _at_once(asked: Coroutine[Any, Any, None]) -> None:
    """Here and now: what the engine says of a table waits for nothing, and a thread costs more."""
    try:
        _alone(asked).send(None)
    except StopIteration:
        return
    raise RuntimeError("the engine waits for something before it says what is in a table")


async def _alone(asked: Coroutine[Any, Any, None]) -> None:
    """One request after another, whichever thread it comes from."""
    with _ONE_AT_A_TIME:
        await asked


def _bytes_of(said: Any) -> bytes:
    """S3's client hands files over, open."""
    read = said.read() if hasattr(said, "read") else said or b""
    return read.encode() if isinstance(read, str) else read


def _scope(request: AWSPreparedRequest) -> dict[str, Any]:
    where = urlsplit(str(request.url))
    said = {"Host": where.netloc} | dict(request.headers.items())
    headers = [
        (name.lower().encode(), value if isinstance(value, bytes) else str(value).encode())
        for name, value in said.items()
    ]
    return {
        "type": "http",
        "http_version": "1.1",
        "method": request.method,
        "scheme": "http",
        "path": where.path or "/",
        "raw_path": (where.path or "/").encode(),
        "query_string": where.query.encode(),
        "headers": headers,
        "client": ("127.0.0.1", 1),
        "server": ("localhost", 4566),
        "root_path": "",
    }
