"""Whatever comes in, a vendor's file answers: refused, ignored, or events that name theirs."""

import json
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.ats.answers import accepted, refused
from shared.ats.body import REF
from shared.ats.delivery import Changed, Delivery, Events, Handshake, Ignored, Ping
from shared.ats.refusal import Refusal
from shared.ats.sampled import samples
from shared.ats.signing import Signed
from shared.ats.vendors import VENDORS
from shared.domain.ats_event import ApplicationEvent
from tests.unit.ats.playing import keyed, signed, taken

ALL = sorted(VENDORS)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.sampled_from([10**30, -1, "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "１"]),
)
ANY = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8
)
BODIES = [(v, json.loads(raw)) for v in ALL for raw in samples(v).values()]


def holds(vendor: str, found: Refusal | Delivery) -> None:
    if isinstance(found, Refusal):
        assert 400 <= refused(vendor, found).status < 500
        return
    assert accepted(found).status == 200
    assert found.key and len(found.key) < 400
    assert isinstance(found.meaning, Events | Changed | Ping | Handshake | Ignored)
    if isinstance(found.meaning, Events):
        assert found.meaning.events
        for event in found.meaning.events:
            if isinstance(event, ApplicationEvent):
                assert REF.fullmatch(event.application_ref)


def paths(said: object, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner: list[tuple[str | int, object]] = []
    if isinstance(said, dict):
        inner = list(said.items())
    elif isinstance(said, list):
        inner = list(enumerate(said))
    return [(*at,), *(deeper for step, one in inner for deeper in paths(one, (*at, step)))]


def put(said: object, path: tuple[str | int, ...], value: object) -> object:
    if not path:
        return value
    copy = dict(said) if isinstance(said, dict) else list(said) if isinstance(said, list) else said
    copy[path[0]] = put(copy[path[0]], path[1:], value)  # type: ignore[index]
    return copy


@pytest.mark.parametrize("vendor", ALL)
@given(raw=st.binary(), headers=st.dictionaries(st.text(), st.text()))
def test_bytes_nobody_signed_are_refused(vendor: str, raw: bytes, headers: dict[str, str]) -> None:
    assert isinstance(taken(vendor, Signed(raw, headers)), Refusal)
    holds(vendor, VENDORS[vendor].read(raw, headers, keyed))


@pytest.mark.parametrize("vendor", ALL)
@given(said=ANY)
def test_any_json_rightly_signed_has_a_meaning(vendor: str, said: object) -> None:
    holds(vendor, taken(vendor, signed(vendor, json.dumps(said).encode())))


@given(one=st.sampled_from(BODIES), data=st.data())
@settings(max_examples=300, deadline=timedelta(seconds=2))
def test_a_sample_with_anything_in_any_place_has_a_meaning(
    one: tuple[str, object], data: st.DataObject
) -> None:
    vendor, body = one
    path = data.draw(st.sampled_from(paths(body)))
    spoilt = json.dumps(put(body, path, data.draw(ANY))).encode()
    holds(vendor, taken(vendor, signed(vendor, spoilt)))


@pytest.mark.parametrize("vendor", ALL)
@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe",
        b"\xef\xbb\xbf{}",
        b"[" * 60_000,
        b'{"a":' * 10_000,
        b'{"id":' + b"9" * 5_000 + b"}",
        b"null",
        b"[]",
        b'"{}"',
    ],
    ids=lambda raw: repr(raw[:8]),
)
def test_what_is_no_object_is_ignored(vendor: str, raw: bytes) -> None:
    found = VENDORS[vendor].read(raw, {}, keyed)
    assert isinstance(found.meaning, Ignored)
    assert found.meaning.why == "not_json"


@pytest.mark.parametrize("vendor", ALL)
@given(header=st.sampled_from(["x-hook-secret", "link", "event-name", "event-id"]), value=st.text())
def test_what_is_not_signed_is_never_an_event(vendor: str, header: str, value: str) -> None:
    for raw in samples(vendor).values():
        found = taken(vendor, Signed(raw, {header: value}))
        assert isinstance(found, Refusal) or isinstance(found.meaning, Handshake)
