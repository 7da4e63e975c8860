"""Which addresses a webhook may go to: the public internet's, and nothing that leads elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from typing import Final

type Address = IPv4Address | IPv6Address
type Network = IPv4Network | IPv6Network

HTTPS: Final = 443
_UNICAST: Final = ip_network("2000::/3")
"""All of IPv6 that is given out. Outside: loopback, local, link-local, metadata, multicast, IPv4 in
IPv6 (`::ffff:0:0/96`, `::/96`) and NAT64 (`64:ff9b::/96`, `64:ff9b:1::/48`)."""
_NOT_FOR_US: Final = tuple(
    map(
        ip_network,
        (
            "2001::/23",  # IETF's own: Teredo, ORCHID, benchmarking
            "2002::/16",  # 6to4: an IPv4 address inside
            "3fff::/20",  # documentation; Python 3.13.0 takes it for public
            "192.0.0.0/24",  # IETF's own: anycast of NAT64 and PCP
            "192.88.99.0/24",  # 6to4 relays
        ),
    )
)
"""Public to Python's `is_global`, or to some of its versions, and no company's server."""


@dataclass(frozen=True, slots=True)
class Reach:
    """
    Args:
        ports: of an endpoint's URL.
        besides: networks that are let through unchecked; for tests, against this machine.
    """

    ports: frozenset[int] = frozenset({HTTPS})
    besides: tuple[Network, ...] = ()

    def allows(self, address: str) -> bool:
        """False of what is no address at all, too, or one of this machine's links (`%eth0`)."""
        try:
            at = ip_address(address)
        except ValueError:
            return False
        return "%" not in address and (_within(at, self.besides) or public(at))


PUBLIC: Final = Reach()


def public(at: Address) -> bool:
    if at.version == 6 and at not in _UNICAST:
        return False
    return at.is_global and not (at.is_multicast or at.is_reserved or _within(at, _NOT_FOR_US))


def _within(at: Address, networks: Iterable[Network]) -> bool:
    return any(at in network for network in networks)
