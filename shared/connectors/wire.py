"""One question to a vendor: https only, bounded in time and size, never led elsewhere."""

import time
from collections.abc import Callable
from typing import Final

from urllib3 import BaseHTTPResponse, PoolManager, Timeout
from urllib3.exceptions import HTTPError

from shared.connectors.exchange import Answer, Request
from shared.domain.trouble import Trouble, Why

CONNECT_S, READ_S, LONGEST_S = 2.0, 8.0, 15.0
"""To connect; between two pieces of an answer; for all of it but the last piece."""
QUICK_READ_S, QUICK_S = 2.0, 2.0
WORST_S: Final = LONGEST_S + READ_S
LARGEST: Final = 8 * 1024 * 1024
"""Bytes of one answer: a page of 100 candidates with long CVs is below 2 MiB."""
_PIECE: Final = 64 * 1024


class Wire:
    """Never raises for what a vendor, the network or a pasted key does."""

    def __init__(
        self,
        pool: PoolManager | None = None,
        clock: Callable[[], float] = time.monotonic,
        longest_s: float = LONGEST_S,
    ) -> None:
        self._pool = pool or secure_pool()
        self._clock = clock
        self._longest_s = longest_s

    def ask(self, request: Request) -> Answer | Trouble:
        if not request.url.startswith("https://"):
            return Trouble(Why.REFUSED, "not asked without TLS")
        if not all(value.isascii() and value.isprintable() for value in request.headers.values()):
            return Trouble(Why.FORBIDDEN, "the key has signs that cannot be sent")
        try:
            return self._asked(request)
        except (HTTPError, ValueError):
            return Trouble(Why.TRY_AGAIN, "no whole answer came")

    def _asked(self, request: Request) -> Answer | Trouble:
        until = self._clock() + self._longest_s
        response = self._pool.request(
            request.method,
            request.url,
            body=request.body,
            headers={"Accept-Encoding": "identity", **request.headers},
            redirect=False,
            retries=False,
            preload_content=False,
        )
        try:
            body = self._body(response, until)
        finally:
            response.close()
        if isinstance(body, Trouble):
            return body
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status, headers, body)

    def _body(self, response: BaseHTTPResponse, until: float) -> bytes | Trouble:
        held = bytearray()
        while piece := response.read1(_PIECE, decode_content=False):
            held += piece
            if len(held) > LARGEST:
                return Trouble(Why.UNREADABLE, "the answer is too large")
            if self._clock() > until:
                return Trouble(Why.TRY_AGAIN, "the answer took too long")
        return bytes(held)


def secure_pool(read_s: float = READ_S) -> PoolManager:
    return PoolManager(cert_reqs="CERT_REQUIRED", timeout=Timeout(connect=CONNECT_S, read=read_s))


def quick() -> Wire:
    """For one small thing a person, or others, wait behind."""
    return Wire(secure_pool(QUICK_READ_S), longest_s=QUICK_S)
