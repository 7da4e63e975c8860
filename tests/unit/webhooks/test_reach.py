"""No webhook leads into a network that is not everybody's."""

from ipaddress import IPv4Address, IPv6Address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.heard import Why
from shared.webhooks.reach import PUBLIC, Reach, public
from shared.webhooks.resolve import TRIED, Resolver, checked, machine

INSIDE = [
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "169.254.170.2",
    "100.64.0.1",
    "100.127.255.255",
    "192.0.0.9",
    "192.0.0.170",
    "192.88.99.1",
    "198.18.0.1",
    "203.0.113.7",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:0:127.0.0.1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::a9fe:a9fe",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2002:808:808::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "2606:4700::1%eth0",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
    "2130706433",
    "127.1",
    "0177.0.0.1",
    "localhost",
    "",
]
OUTSIDE = ["8.8.8.8", "1.1.1.1", "52.94.236.248", "100.63.255.255", "100.128.0.1", "2606:4700::1"]
PRIVATE = [
    *map(ip_network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8")),
    *map(ip_network, ("169.254.0.0/16", "100.64.0.0/10", "224.0.0.0/4", "0.0.0.0/8")),
]
V4 = st.integers(0, 2**32 - 1)


def resolving(*addresses: str) -> Resolver:
    return lambda host, port: addresses


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_inside_is_not_allowed(address: str) -> None:
    assert not PUBLIC.allows(address)


@pytest.mark.parametrize("address", OUTSIDE)
def test_an_address_of_the_internet_is(address: str) -> None:
    assert PUBLIC.allows(address)


@given(st.sampled_from(PRIVATE), V4)
def test_nothing_within_a_private_network_is_public(network: object, number: int) -> None:
    assert isinstance(network, type(ip_network("10.0.0.0/8")))
    at = IPv4Address(int(network.network_address) + number % network.num_addresses)
    assert not public(at)


@given(V4, st.sampled_from(["::ffff:0:0", "::", "64:ff9b::", "::ffff:0:0:0", "64:ff9b:1::"]))
def test_no_ipv4_address_is_reached_inside_an_ipv6_one(number: int, prefix: str) -> None:
    assert not public(IPv6Address(int(IPv6Address(prefix)) + number))
    assert not public(IPv6Address((0x2002 << 112) + (number << 80) + 1))


@given(st.text())
def test_what_is_no_address_is_not_allowed_and_raises_nothing(address: str) -> None:
    assert PUBLIC.allows(address) in (True, False)


def test_one_address_inside_spoils_the_name() -> None:
    mixed = resolving("8.8.8.8", "169.254.169.254")
    assert checked("hooks.example.jp", 443, mixed, PUBLIC) is Why.ADDRESS


def test_ipv4_comes_first_and_only_a_few_are_tried() -> None:
    many = resolving("2606:4700::1", *(f"8.8.8.{n}" for n in range(9)))
    found = checked("hooks.example.jp", 443, many, PUBLIC)
    assert found == tuple(f"8.8.8.{n}" for n in range(TRIED))


def test_a_name_without_an_address_is_not_found() -> None:
    def nobody(host: str, port: int) -> tuple[str, ...]:
        raise OSError(-2, "Name or service not known")

    assert checked("hooks.example.jp", 443, nobody, PUBLIC) is Why.NAME
    assert checked("hooks.example.jp", 443, resolving(), PUBLIC) is Why.NAME


def test_this_machines_resolver_finds_this_machine() -> None:
    assert checked("localhost", 443, machine, PUBLIC) is Why.ADDRESS
    besides = Reach(besides=(ip_network("127.0.0.0/8"), ip_network("::1/128")))
    assert "127.0.0.1" in checked("localhost", 443, machine, besides)
