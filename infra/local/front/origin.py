"""The HTTP API behind the front door, asked without a hop: ministack's own ASGI application."""

import asyncio
from dataclasses import dataclass
from typing import Any, Final

from infra.local.front.http import Answer, Headers, Request, without
from infra.local.server import Asgi

_ONLY_OURS: Final = (b"x-relay-viewer", b"x-relay-origin", b"x-relay-host")
_NOT_FORWARDED: Final = (
    *_ONLY_OURS,
    b"host",
    b"connection",
    b"content-length",
    b"transfer-encoding",
    b"expect",
)
_ENGINES_OWN: Final = (b"date", b"connection", b"x-amzn-requestid", b"x-amz-request-id")
_BROKEN: Final = b'{"message":"Internal Server Error"}'


@dataclass(frozen=True, slots=True)
class Origin:
    """`secret` proves to the API that a request came through this door."""

    app: Asgi
    api_id: str
    secret: str
    url: str

    async def ask(self, request: Request, visitor: str) -> Answer:
        told = _Told()
        await self.app(self._scope(request, visitor), _body_of(request), told)
        if told.status == 502:  # the engine's answer for a function that failed, with its inside
            return Answer(500, [(b"content-type", b"application/json")], _BROKEN)
        return Answer(told.status, without(told.headers, *_ENGINES_OWN), bytes(told.body))

    def _scope(self, request: Request, visitor: str) -> dict[str, Any]:
        stage = f"/_aws/execute-api/{self.api_id}/$default"
        return {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": request.method,
            "scheme": "http",
            "path": stage + request.path,
            "raw_path": stage.encode() + request.raw_path,
            "root_path": "",
            "query_string": request.query,
            "headers": self._headers(request, visitor),
            "client": ("127.0.0.1", 0),
            "server": ("127.0.0.1", 0),
        }

    def _headers(self, request: Request, visitor: str) -> Headers:
        return [
            *without(request.headers, *_NOT_FORWARDED),
            (b"host", b"127.0.0.1"),
            (b"content-length", str(len(request.body)).encode()),
            (b"x-relay-viewer", visitor.encode()),
            (b"x-relay-origin", self.secret.encode()),
            (b"x-relay-host", self.url.encode()),
        ]


def _body_of(request: Request) -> Any:
    sent = False

    async def receive() -> dict[str, Any]:
        nonlocal sent
        if sent:
            await asyncio.Event().wait()
        sent = True
        return {"type": "http.request", "body": request.body, "more_body": False}

    return receive


class _Told:
    """An ASGI `send` that remembers."""

    def __init__(self) -> None:
        self.status = 502
        self.headers: Headers = []
        self.body = bytearray()

    async def __call__(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], list(message["headers"])
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")
