"""The Lambda service as a runtime sees it: the runtime API, one invocation at a time.

https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
"""

import json
import queue
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Final

ARN: Final = "arn:aws:lambda:ap-northeast-1:000000000000:function:relay:live"
LONGEST_S: Final = 60
_VERSION: Final = "/2018-06-01/runtime"


@dataclass(frozen=True, slots=True)
class Said:
    """`kind`: response, error (of an invocation) or init/error."""

    kind: str
    body: Any
    error_type: str | None


@dataclass
class RuntimeApi:
    timeout_s: int
    address: str = ""
    asked: queue.Queue[Any] = field(default_factory=queue.Queue)
    said: queue.Queue[Said] = field(default_factory=queue.Queue)
    restored: int = 0
    """How often a started runtime waited to be snapshotted and was let go on."""

    def invoke(self, event: Any) -> Said:
        self.asked.put(event)
        return self.said.get(timeout=LONGEST_S)

    @property
    def deadline_ms(self) -> int:
        return int((time.time() + self.timeout_s) * 1000)


@contextmanager
def serving(timeout_s: int) -> Iterator[RuntimeApi]:
    """Listens on this machine alone, on a port nobody uses."""
    api = RuntimeApi(timeout_s)
    handler = type("Handler", (_Handler,), {"api": api})
    with Server(("127.0.0.1", 0), handler) as server:
        api.address = f"127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever, daemon=True).start()
        yield api
        server.shutdown()


class Server(ThreadingHTTPServer):
    """A caller that is killed is no error of ours."""

    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    api: RuntimeApi
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path == f"{_VERSION}/invocation/next":
            try:
                self._answer(200, json.dumps(self.api.asked.get(timeout=LONGEST_S)))
            except queue.Empty:
                self.close_connection = True
        else:
            assert self.path == f"{_VERSION}/restore/next"
            self.api.restored += 1
            self._answer(200, "{}")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        kind = self.path.removeprefix(f"{_VERSION}/invocation/request-1/")
        kind = kind.removeprefix(f"{_VERSION}/")
        self._answer(202, '{"status": "OK"}')
        error_type = self.headers.get("Lambda-Runtime-Function-Error-Type")
        self.api.said.put(Said(kind, json.loads(body), error_type))

    def _answer(self, status: int, body: str) -> None:
        self.send_response(status)
        for name, value in {
            "Content-Type": "application/json",
            "Content-Length": str(len(body.encode())),
            "Lambda-Runtime-Aws-Request-Id": "request-1",
            "Lambda-Runtime-Deadline-Ms": str(self.api.deadline_ms),
            "Lambda-Runtime-Invoked-Function-Arn": ARN,
            "Lambda-Runtime-Trace-Id": "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0",
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is printed."""
