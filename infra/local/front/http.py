"""One request and one answer, whole, between ASGI and the front door."""

from dataclasses import dataclass
from typing import Any, Final

type Headers = list[tuple[bytes, bytes]]

LARGEST_BODY_BYTES: Final = 10 * 1024 * 1024
"""Above it an HTTP API answers 413 itself, before any function of ours is asked."""


class TooLargeError(Exception):
    """The body is longer than the edge takes."""


class GoneError(Exception):
    """The visitor left before the whole request was here."""


@dataclass(frozen=True, slots=True)
class Request:
    method: str
    path: str
    raw_path: bytes
    query: bytes
    headers: Headers
    body: bytes
    peer: str

    def header(self, name: bytes) -> str:
        return header(self.headers, name)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Headers
    body: bytes

    def header(self, name: bytes) -> str:
        return header(self.headers, name)

    async def send(self, send: Any, method: str) -> None:
        headers = without(self.headers, b"content-length", b"transfer-encoding")
        if self.status >= 200 and self.status not in (204, 304):
            headers.append((b"content-length", str(len(self.body)).encode()))
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        body = b"" if method == "HEAD" else self.body
        await send({"type": "http.response.body", "body": body})


def header(headers: Headers, name: bytes) -> str:
    """The values of one header, as one list; empty if there is none."""
    return ", ".join(v.decode("latin-1") for n, v in headers if n.lower() == name)


def without(headers: Headers, *names: bytes) -> Headers:
    return [(name, value) for name, value in headers if name.lower() not in names]


async def read(scope: Any, receive: Any) -> Request:
    """Raises TooLargeError as soon as that is known."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise GoneError
        body += message.get("body", b"")
        if len(body) > LARGEST_BODY_BYTES:
            raise TooLargeError
        if not message.get("more_body"):
            break
    return Request(
        scope["method"],
        scope["path"],
        scope.get("raw_path") or scope["path"].encode(),
        scope.get("query_string", b""),
        [(name.lower(), value) for name, value in scope["headers"]],
        bytes(body),
        (scope.get("client") or ("",))[0],
    )
