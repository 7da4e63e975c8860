"""Our signatures are those of Standard Webhooks."""

import base64
import hashlib
import hmac
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.errors import InvalidRequest
from shared.webhooks.secret import BOTH_FOR, Secret, Secrets
from shared.webhooks.signing import headers, signature

KNOWN = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3"
BODY = b'{"type":"registration.created","timestamp":"2026-04-01T00:00:00Z","data":{"id":"reg_1"}}'
NOW = datetime(2026, 4, 1, tzinfo=UTC)
KEYS = st.binary(min_size=24, max_size=64)


def test_the_known_vector() -> None:
    expected = "v1,+mJlVP1LL5n4pLV0qms7mjRT0EKY/ci1Nc4Wo54jmL4="
    assert signature(Secret.parsed(KNOWN), "msg_1", 1775001600, BODY) == expected
    assert headers([Secret.parsed(KNOWN)], "msg_1", NOW, BODY) == {
        "webhook-id": "msg_1",
        "webhook-timestamp": "1775001600",
        "webhook-signature": expected,
    }


@given(KEYS, st.binary(max_size=200))
def test_a_receiver_who_reads_the_specification_agrees(key: bytes, body: bytes) -> None:
    said = headers([Secret(key)], "evt_1", NOW, body)
    signed = f"{said['webhook-id']}.{said['webhook-timestamp']}.".encode() + body
    version, sent = said["webhook-signature"].split(",")
    assert version == "v1"
    assert base64.b64decode(sent) == hmac.digest(key, signed, hashlib.sha256)


def test_the_official_library_verifies_both_signatures() -> None:
    official = pytest.importorskip("standardwebhooks")
    old, new = Secret.made(), Secret.made()
    now = datetime.now(UTC)
    said = headers([new, old], "evt_1", now, BODY)
    for secret in (new, old):
        assert official.Webhook(secret.text).verify(BODY, said)["data"] == {"id": "reg_1"}
    with pytest.raises(official.WebhookVerificationError):
        official.Webhook(Secret.made().text).verify(BODY, said)


def test_each_attempt_is_signed_with_its_own_time() -> None:
    secret = Secret.parsed(KNOWN)
    first = headers([secret], "evt_1", NOW, BODY)
    later = headers([secret], "evt_1", NOW + timedelta(hours=2), BODY)
    assert first["webhook-id"] == later["webhook-id"]
    assert first["webhook-signature"] != later["webhook-signature"]


@given(KEYS)
def test_a_secret_reads_back_from_what_its_owner_was_shown(key: bytes) -> None:
    assert Secret.parsed(Secret(key).text) == Secret(key)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "whsec_",
        KNOWN.removeprefix("whsec_"),
        KNOWN[:-1],
        KNOWN + " ",
        "whsec_" + base64.b64encode(bytes(23)).decode(),
        "whsec_" + base64.b64encode(bytes(65)).decode(),
        "whsec_日本語",
        "whsec_\ud800",
        "whpk_" + base64.b64encode(bytes(32)).decode(),
    ],
)
def test_what_is_no_secret_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        Secret.parsed(text)
    assert refused.value.fields == {"secret": "malformed"}
    assert not text or text not in str(refused.value)


def test_secrets_are_never_shown_by_accident_and_never_the_same() -> None:
    assert len({Secret.made().key for _ in range(20)}) == 20
    assert len(Secret.made().key) == 32
    assert "MDEy" not in repr(Secrets(Secret.parsed(KNOWN)))
    assert "0123" not in repr(Secrets(Secret.parsed(KNOWN)))


def test_for_24_hours_after_a_rotation_both_secrets_sign() -> None:
    old, new = Secret.made(), Secret.made()
    kept = Secrets(old).rotated(new, NOW)
    assert kept.live(NOW + BOTH_FOR - timedelta(seconds=1)) == (new, old)
    assert kept.live(NOW + BOTH_FOR) == (new,)
    said = headers(kept.live(NOW), "evt_1", NOW, BODY)["webhook-signature"]
    at = int(NOW.timestamp())
    assert said.split(" ") == [signature(each, "evt_1", at, BODY) for each in (new, old)]


def test_two_rotations_in_a_day_leave_two_secrets() -> None:
    first, second, third = Secret.made(), Secret.made(), Secret.made()
    kept = Secrets(first).rotated(second, NOW).rotated(third, NOW)
    assert kept.live(NOW) == (third, second)
