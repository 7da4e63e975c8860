"""Every vendor's webhook at the door: what is believed, what is queued, what is answered."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from functions.ats.handler import LONGEST
from shared.ats.answers import NEVER_AGAIN
from shared.ats.refusal import Refusal
from shared.ats.sampled import samples
from shared.ats.signing import Signed
from shared.ats.vendors import VENDORS
from shared.domain.connection import Connection
from shared.domain.ids import ConnectionId
from shared.domain.listed import Outcome
from shared.table import keys
from tests.support.vendors_post import OLD, OTHER, Post, body_of

ALL = sorted(VENDORS)
FIRST = {vendor: next(iter(samples(vendor))) for vendor in ALL}
IN_HEADERS = sorted(set(ALL) - {"lever"})
BODY_SIGNED = IN_HEADERS
"""Lever signs a token and a time, and not the rest."""


def first(post: Post, vendor: str, secret: str | None = None) -> Signed:
    raw = samples(vendor)[FIRST[vendor]]
    return post.signed(vendor, raw, secret) if secret else post.signed(vendor, raw)


def refused(post: Post, vendor: str, reply: dict[str, object], connection: Connection) -> str:
    """The reason, which is answered, counted and listed."""
    lost = 401 in NEVER_AGAIN.get(vendor, frozenset())
    assert reply["statusCode"] in ({400} if lost else {401, 400})
    headers = reply["headers"]
    assert isinstance(headers, dict)
    assert headers["Content-Type"] == "application/problem+json"
    assert post.read() == []
    [row] = post.listed(connection)
    assert row.outcome is Outcome.REFUSED and row.reason
    assert row.reason in body_of(reply)["detail"]
    assert post.applications(connection) == []
    return row.reason


@pytest.mark.parametrize("encoded", [False, True], ids=["text", "base64"])
@pytest.mark.parametrize("vendor", ALL)
def test_what_is_rightly_signed_is_queued_once_and_answered_200(
    post: Post, vendor: str, encoded: bool
) -> None:
    connection = post.connect(vendor)
    reply = post.post(first(post, vendor), connection, encoded=encoded)
    assert (reply["statusCode"], reply["body"]) == (200, "{}")
    assert reply["headers"]["Cache-Control"] == "no-store"
    assert len(post.queue.messages) == 1
    said = json.loads(post.queue.messages[0])
    assert said["connection_id"] == connection.connection_id
    assert said["key"] and said["said"]["meaning"] != "refused"


@pytest.mark.parametrize("vendor", ALL)
def test_the_secret_before_the_last_is_believed_too(post: Post, vendor: str) -> None:
    connection = post.connect(vendor)
    assert post.post(first(post, vendor, OLD), connection)["statusCode"] == 200


@pytest.mark.parametrize("vendor", ALL)
def test_another_secret_is_not(post: Post, vendor: str) -> None:
    connection = post.connect(vendor)
    reply = post.post(first(post, vendor, OTHER), connection)
    assert refused(post, vendor, reply, connection) == Refusal.WRONG_SIGNATURE


@pytest.mark.parametrize("vendor", BODY_SIGNED)
def test_nor_is_an_altered_body(post: Post, vendor: str) -> None:
    connection, sent = post.connect(vendor), first(post, vendor)
    altered = Signed(sent.raw.replace(b"2026", b"2025", 1) + b" ", sent.headers)
    reply = post.post(altered, connection)
    assert refused(post, vendor, reply, connection) == Refusal.WRONG_SIGNATURE


@pytest.mark.parametrize("vendor", BODY_SIGNED)
def test_nor_the_same_body_serialised_anew(post: Post, vendor: str) -> None:
    connection, sent = post.connect(vendor), first(post, vendor)
    again = json.dumps(json.loads(sent.raw), ensure_ascii=True, indent=1).encode()
    reply = post.post(Signed(again, sent.headers), connection)
    assert refused(post, vendor, reply, connection) == Refusal.WRONG_SIGNATURE


def test_an_escaped_body_is_verified_as_it_came(post: Post) -> None:
    """Greenhouse writes `<` as \\u003c; parsed and written again it is another text."""
    connection = post.connect("greenhouse")
    raw = b'{"action":"ping","payload":{"note":"\\u003cb\\u003e \\u5c71"}}'
    assert post.post(post.signed("greenhouse", raw), connection)["statusCode"] == 200


@pytest.mark.parametrize("vendor", IN_HEADERS)
def test_nor_what_is_not_signed_at_all(post: Post, vendor: str) -> None:
    connection = post.connect(vendor)
    reply = post.post(first(post, vendor), connection, headers={})
    assert refused(post, vendor, reply, connection) == Refusal.UNSIGNED


@pytest.mark.parametrize("field", ["token", "signature"])
def test_nor_levers_body_without_a_field_that_signs(post: Post, field: str) -> None:
    connection, sent = post.connect("lever"), first(post, "lever")
    said = {k: v for k, v in json.loads(sent.raw).items() if k != field}
    reply = post.post(Signed(json.dumps(said).encode(), {}), connection)
    assert refused(post, "lever", reply, connection) == Refusal.UNSIGNED


@pytest.mark.parametrize("vendor", ["generic", "teamtailor"])
def test_nor_what_was_signed_ten_minutes_ago_where_the_time_is_signed(
    post: Post, vendor: str
) -> None:
    connection, sent = post.connect(vendor), first(post, vendor)
    post.now += timedelta(minutes=10)
    reply = post.post(sent, connection)
    assert refused(post, vendor, reply, connection) == Refusal.STALE


@pytest.mark.parametrize("vendor", ALL)
def test_without_a_secret_nothing_is_believed(post: Post, vendor: str) -> None:
    connection = post.connect(vendor, " ")
    reply = post.post(first(post, vendor), connection)
    assert refused(post, vendor, reply, connection) == Refusal.NO_SECRET


@pytest.mark.parametrize("vendor", ["greenhouse", "lever", "generic"])
def test_a_ping_is_answered_200_and_listed(post: Post, vendor: str) -> None:
    connection = post.connect(vendor)
    assert post.deliver(vendor, "ping", connection)["statusCode"] == 200
    assert [row.outcome for row in post.listed(connection)] == [Outcome.PING]


def test_smartrecruiters_gets_its_secret_back(post: Post) -> None:
    connection = post.connect("smartrecruiters")
    reply = post.post(Signed(b"", {"X-Hook-Secret": "s3cr3t"}), connection)
    assert (reply["statusCode"], reply["headers"]["X-Hook-Secret"]) == (200, "s3cr3t")
    assert post.read() == []
    assert [row.outcome for row in post.listed(connection)] == [Outcome.HANDSHAKE]
    assert "s3cr3t" not in str(post.everything())


@pytest.mark.parametrize("vendor", ALL)
def test_after_our_5xx_the_vendor_comes_again_and_it_counts_once(post: Post, vendor: str) -> None:
    connection, sent = post.connect(vendor), first(post, vendor)
    post.queue.down = 1
    reply = post.post(sent, connection)
    assert (reply["statusCode"], body_of(reply)["code"]) == (503, "unavailable")
    assert reply["headers"]["Content-Type"] == "application/problem+json"
    assert post.read() == [] and post.listed(connection) == []
    assert post.post(sent, connection)["statusCode"] == 200
    assert post.post(sent, connection)["statusCode"] == 200
    assert post.read() == []
    [row] = post.listed(connection)
    assert row.repeats == 1
    assert len(post.applications(connection)) <= 1


def test_whatever_breaks_here_is_said_to_be_ours(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection, sent = post.connect("greenhouse"), first(post, "greenhouse")
    monkeypatch.setattr("functions.ats.handler.pepper", lambda: None)
    reply = post.post(sent, connection)
    assert reply["statusCode"] == 503
    assert "NoneType" not in reply["body"]


def test_a_secret_that_does_not_open_is_our_fault(post: Post) -> None:
    connection, sent = post.connect("greenhouse"), first(post, "greenhouse")
    key = keys.connection(connection.connection_id)
    spoilt = [{"text": "not sealed by us"}]
    post.table.commit(post.table.change(key, put={"signing": spoilt}))
    assert post.post(sent, connection)["statusCode"] == 503


@pytest.mark.parametrize("vendor", ALL)
def test_where_there_is_no_such_connection_it_is_verified_all_the_same_and_404(
    post: Post, vendor: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    connection, verified = post.connect(vendor), VENDORS[vendor].verified

    def counting(*of: object) -> object:
        asked.append(len(of[2]))  # type: ignore[arg-type]
        return verified(*of)  # type: ignore[arg-type]

    monkeypatch.setattr(VENDORS[vendor], "verified", counting)
    unknown = post.connect(vendor)
    gone = keys.connection(unknown.connection_id)
    removed = post.connect(vendor)
    stamp = "2026-04-01T00:00:00.000+00:00"
    at = keys.connection(removed.connection_id)
    post.table.commit(
        post.table.gone(gone, refusal=lambda _: AssertionError()),  # type: ignore[arg-type,return-value]
        post.table.change(at, put={"removed_at": stamp}),
    )
    other = next(name for name in ALL if name != vendor)
    sent = first(post, vendor)
    replies = [
        post.post(sent, unknown),
        post.post(sent, removed),
        post.post(first(post, vendor), post.connect(other), provider=vendor),
    ]
    assert [reply["statusCode"] for reply in replies] == [404, 404, 404]
    assert len({json.dumps(body_of(reply), sort_keys=True) for reply in replies}) == 1
    assert asked == [1, 1, 1]
    assert post.queue.messages == []
    assert post.post(first(post, vendor), connection)["statusCode"] == 200


def test_an_unknown_vendor_is_404(post: Post) -> None:
    connection = post.connect("greenhouse")
    reply = post.post(first(post, "greenhouse"), connection, provider="recruitee")
    assert reply["statusCode"] == 404


def test_a_name_longer_than_any_we_gave_is_404(post: Post) -> None:
    connection, long = post.connect("greenhouse"), ConnectionId("ats_" + "x" * 2000)
    reply = post.post(first(post, "greenhouse"), replace(connection, connection_id=long))
    assert reply["statusCode"] == 404


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE"])
def test_another_method_is_405(post: Post, method: str) -> None:
    connection = post.connect("greenhouse")
    reply = post.post(first(post, "greenhouse"), connection, method=method)
    assert (reply["statusCode"], reply["headers"]["Allow"]) == (405, "POST")
    assert post.queue.messages == []


def padded(size: int) -> bytes:
    head, tail = b'{"action":"ping","payload":{"note":"', b'"}}'
    return head + b"x" * (size - len(head) - len(tail)) + tail


@pytest.mark.parametrize("encoded", [False, True])
def test_a_body_of_a_mebibyte_is_read(post: Post, encoded: bool) -> None:
    """An application with every answer and note, longer than anything else we take."""
    connection = post.connect("greenhouse")
    sent = post.signed("greenhouse", padded(LONGEST))
    assert post.post(sent, connection, encoded=encoded)["statusCode"] == 200


@pytest.mark.parametrize("encoded", [False, True])
def test_a_longer_one_is_413(post: Post, encoded: bool) -> None:
    connection = post.connect("greenhouse")
    sent = post.signed("greenhouse", padded(LONGEST + 1))
    reply = post.post(sent, connection, encoded=encoded)
    assert (reply["statusCode"], body_of(reply)["code"]) == (413, "payload_too_large")
    assert post.queue.messages == []


def test_bytes_that_are_no_text_are_verified_and_listed(post: Post) -> None:
    connection = post.connect("greenhouse")
    sent = post.signed("greenhouse", b"\xff\xfe\x00")
    assert post.post(sent, connection, encoded=True)["statusCode"] == 200
    assert post.read() == []
    [row] = post.listed(connection)
    assert (row.outcome, row.reason) == (Outcome.IGNORED, "not_json")


def test_past_the_edge_nobody_is_served(post: Post) -> None:
    connection, sent = post.connect("greenhouse"), first(post, "greenhouse")
    reply = post.post(sent, connection, headers={**sent.headers, "x-relay-origin": "guessed"})
    assert reply["statusCode"] == 403
    assert post.queue.messages == []
