"""Where a name leads now. One address that is not allowed is enough to send nothing there."""

import socket
from collections.abc import Callable
from typing import Final

from shared.domain.heard import Why
from shared.webhooks.reach import Reach

type Resolver = Callable[[str, int], tuple[str, ...]]
"""All addresses of a name, as text; raises OSError where it has none."""
TRIED: Final = 4


def machine(host: str, port: int) -> tuple[str, ...]:
    """What this machine's resolver says; a scope (`fe80::1%eth0`) is left in and is not allowed."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def checked(host: str, port: int, resolver: Resolver, reach: Reach) -> tuple[str, ...] | Why:
    """The addresses to connect to, IPv4 first: Lambda has no IPv6 unless it is given one."""
    try:
        found = resolver(host, port)
    except (OSError, UnicodeError):
        return Why.NAME
    if not all(map(reach.allows, found)):
        return Why.ADDRESS
    return tuple(sorted(found, key=_later)[:TRIED]) or Why.NAME


def _later(address: str) -> bool:
    return ":" in address
