"""Whatever comes in: what is answered 200 was queued, and is listed with what came of it."""

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.ats.sampled import samples
from shared.ats.signing import Signed
from shared.ats.vendors import VENDORS
from shared.domain.connection import Connection
from shared.domain.listed import Outcome
from tests.support.vendors_post import OTHER, SECRET, Post
from tests.unit.ats.test_any_bytes import ANY, BODIES, paths, put

ALL = sorted(VENDORS)
QUIETLY = settings(
    max_examples=25,
    deadline=timedelta(seconds=5),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
"""One table for all of them: each delivery is told from others by its key."""
TEXT = st.text(max_size=40)
NEEDS_NO_REASON = {Outcome.APPLIED, Outcome.PING, Outcome.HANDSHAKE}


def is_accounted_for(post: Post, sent: Signed, connection: Connection) -> None:
    before = len(post.queue.messages)
    reply = post.post(sent, connection, encoded=True)
    [*queued] = post.queue.messages[before:]
    assert reply["statusCode"] in {200, 400, 401}
    assert len(queued) == 1
    message = json.loads(queued[0])
    assert (message["said"]["meaning"] == "refused") == (reply["statusCode"] != 200)
    known = {row.delivery_id: row.repeats for row in post.listed(connection)}
    assert post.read() == []
    if reply["statusCode"] == 200:
        accounted(post, connection, message, known)


def accounted(post: Post, connection: Connection, message: Any, known: dict[str, int]) -> None:
    """It is a row of its own, or one more of a row there was."""
    rows = {row.delivery_id: row for row in post.listed(connection)}
    row = rows.get(message["delivery_id"])
    if row is None:
        assert sum(r.repeats for r in rows.values()) == sum(known.values()) + 1
        return
    assert row.reason or row.outcome in NEEDS_NO_REASON


@pytest.mark.parametrize("vendor", ALL)
@QUIETLY
@given(raw=st.binary(max_size=200), headers=st.dictionaries(st.text("abc-", min_size=1), TEXT))
def test_any_bytes(post: Post, vendor: str, raw: bytes, headers: dict[str, str]) -> None:
    is_accounted_for(post, Signed(raw, headers), post.of(vendor))


@pytest.mark.parametrize("vendor", ALL)
@QUIETLY
@given(said=ANY, secret=st.sampled_from([SECRET, SECRET, SECRET, OTHER]))
def test_any_json_signed(post: Post, vendor: str, said: object, secret: str) -> None:
    raw = json.dumps(said).encode()
    is_accounted_for(post, post.signed(vendor, raw, secret), post.of(vendor))


@settings(QUIETLY, max_examples=100)
@given(one=st.sampled_from(BODIES), data=st.data())
def test_a_sample_with_anything_in_any_place(
    post: Post, one: tuple[str, object], data: st.DataObject
) -> None:
    vendor, body = one
    path = data.draw(st.sampled_from(paths(body)))
    spoilt = json.dumps(put(body, path, data.draw(ANY))).encode()
    is_accounted_for(post, post.signed(vendor, spoilt), post.of(vendor))


@pytest.mark.parametrize("vendor", ALL)
def test_every_sample(post: Post, vendor: str) -> None:
    for raw in samples(vendor).values():
        is_accounted_for(post, post.signed(vendor, raw), post.of(vendor))
