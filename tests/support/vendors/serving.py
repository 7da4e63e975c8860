"""One fake vendor over HTTP. What goes wrong next is said beforehand, in order."""

import json
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

from urllib3 import BaseHTTPResponse, PoolManager, Timeout

from shared.connectors.wire import Wire

PATIENCE_S = 0.3
"""How long a test's wire waits for a vendor that says nothing."""


@dataclass(frozen=True)
class Asked:
    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Reply:
    status: int
    said: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)


def said(reply: Reply) -> bytes:
    """Text as it is, anything else as JSON."""
    text = reply.said if isinstance(reply.said, str) else json.dumps(reply.said)
    return text.encode()


class Silent:
    """Takes the question and says nothing."""


class HangsUp:
    """Promises more than it says."""


class Vendor(Protocol):
    def answer(self, asked: Asked) -> Reply: ...


@dataclass
class Served:
    vendor: Vendor
    port: int = 0
    wrong: deque[Reply | Silent | HangsUp] = field(default_factory=deque)
    asked: list[Asked] = field(default_factory=list)
    over: Event = field(default_factory=Event)

    @property
    def wire(self) -> Wire:
        return Wire(Rerouted(self.port))


class Rerouted(PoolManager):
    """Leads every name to one port of this machine: connectors know their vendors' alone."""

    def __init__(self, port: int) -> None:
        super().__init__(timeout=Timeout(connect=PATIENCE_S, read=PATIENCE_S))
        self.port = port

    def urlopen(  # type: ignore[override]
        self, method: str, url: str, redirect: bool = True, **kw: Any
    ) -> BaseHTTPResponse:
        assert url.startswith("https://")
        parts = urlsplit(url)
        here = f"http://127.0.0.1:{self.port}{parts.path}?{parts.query}"
        return super().urlopen(method, here, redirect=redirect, **kw)


@contextmanager
def serving(vendor: Vendor) -> Iterator[Served]:
    served = Served(vendor)
    handler = type("Handler", (_Handler,), {"served": served})
    with _Server(("127.0.0.1", 0), handler) as server:
        served.port = server.server_port
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield served
        finally:
            served.over.set()
            server.shutdown()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Who hangs up on us is one of the tests."""


class _Handler(BaseHTTPRequestHandler):
    served: Served
    protocol_version = "HTTP/1.1"

    def _do(self) -> None:
        asked = self._asked()
        self.served.asked.append(asked)
        is_token = asked.path == "/token"
        wrong = self.served.wrong.popleft() if self.served.wrong and not is_token else None
        match wrong:
            case Silent():
                self.served.over.wait(timeout=10)
            case HangsUp():
                self._say(Reply(200, "[" + " " * 50), promised=100)
            case Reply():
                self._say(wrong)
            case _:
                self._say(self.served.vendor.answer(asked))

    do_GET = do_POST = do_PATCH = _do

    def _asked(self) -> Asked:
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length", 0)))
        return Asked(self.command, parts.path, query, headers, body)

    def _say(self, reply: Reply, promised: int = 0) -> None:
        body = said(reply)
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(promised or len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""
