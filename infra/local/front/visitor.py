"""Who asks. Only from this machine may a request name another visitor: so a test can be many."""

import ipaddress
from contextlib import suppress


def address(peer: str, forwarded: str) -> str:
    """The first address of `X-Forwarded-For` when the peer is this machine, else the peer's.

    >>> address("127.0.0.1", "203.0.113.7, 10.0.0.1")
    '203.0.113.7'
    >>> address("127.0.0.1", "nonsense")
    '127.0.0.1'
    >>> address("198.51.100.4", "203.0.113.7")
    '198.51.100.4'
    """
    if ipaddress.ip_address(peer).is_loopback:
        with suppress(ValueError):
            return str(ipaddress.ip_address(forwarded.split(",")[0].strip()))
    return peer
