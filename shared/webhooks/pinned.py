"""A connection to an address that was checked, as the name it was checked for.

The name is in the handshake, in the certificate and in `Host`. It is not looked up a second time,
so nobody can answer the second question otherwise than the first (DNS rebinding).
"""

import contextlib
import socket
from collections.abc import Sequence
from http.client import HTTPSConnection
from ssl import SSLContext, SSLSocket
from typing import Final

EACH: Final = 5.0
"""Seconds for one address, before the next is tried."""


class Pinned(HTTPSConnection):
    """It goes nowhere until it has `addresses`, and nowhere any more once it is `over`."""

    sock: SSLSocket | None

    def __init__(self, host: str, port: int, trust: SSLContext, limit: float) -> None:
        super().__init__(host, port, timeout=limit, context=trust)
        self.trust, self.limit = trust, limit
        self.addresses: Sequence[str] = ()
        self.over = False

    def connect(self) -> None:
        """Raises OSError, ssl.SSLError."""
        raw = self._reached()
        raw.settimeout(self.limit)
        self.sock = self.trust.wrap_socket(
            raw, server_hostname=self.host, do_handshake_on_connect=False
        )
        self.sock.do_handshake()

    def _reached(self) -> socket.socket:
        for address in self.addresses[:-1]:
            with contextlib.suppress(OSError):
                return self._to(address)
        return self._to(self.addresses[-1])

    def _to(self, address: str) -> socket.socket:
        """By number: nothing is resolved here."""
        if self.over:
            raise TimeoutError
        return socket.create_connection((address, self.port), min(EACH, self.limit))

    def abort(self) -> None:
        """From another thread: whoever waits on this connection waits no longer."""
        self.over = True
        if (held := self.sock) is not None:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(held, socket.SHUT_RDWR)
