"""The handlers over HTTP on a port of this machine, for programs that are none of ours."""

import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.support.asking import CONTEXT, asked

type Handle = Callable[[dict[str, Any], Any], dict[str, Any]]


@contextmanager
def over_http(handle: Handle) -> Iterator[str]:
    """Where it answers, until it is left."""
    with HTTPServer(("127.0.0.1", 0), type("Asked", (_Asked,), {"handle_": handle})) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


class _Asked(BaseHTTPRequestHandler):
    handle_: Handle
    timeout = 10

    def _do(self) -> None:
        reply = type(self).handle_(self._event(), CONTEXT)
        body = reply.get("body") or ""
        raw = base64.b64decode(body) if reply.get("isBase64Encoded") else body.encode()
        self.send_response(reply["statusCode"])
        for name, value in reply.get("headers", {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    do_GET = do_POST = do_PATCH = do_DELETE = _do

    def _event(self) -> dict[str, Any]:
        parts = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length", 0))).decode()
        event = asked(self.command, parts.path, body or None, headers, dict(parse_qsl(parts.query)))
        return event | {"rawQueryString": parts.query}

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""
