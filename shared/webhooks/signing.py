"""Signing as Standard Webhooks 1.0.0 says it (ats.md, section 11, has the vector)."""

import base64
import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from shared.webhooks.secret import Secret

VERSION: Final = "v1"
"""HMAC-SHA256; `v1a` would be ed25519."""


def signature(secret: Secret, message_id: str, at: int, body: bytes) -> str:
    """`v1,` and base64. Signed is `id.seconds.body`: an id has no full stop in it."""
    signed = b".".join((message_id.encode(), str(at).encode(), body))
    digest = hmac.new(secret.key, signed, hashlib.sha256).digest()
    return f"{VERSION},{base64.b64encode(digest).decode()}"


def headers(
    secrets: Iterable[Secret], message_id: str, now: datetime, body: bytes
) -> dict[str, str]:
    """Of one attempt, signed by each secret: the id stays over all attempts, the time is its own.

    Args:
        body: the very bytes that are sent.
    """
    at = int(now.timestamp())
    signed = (signature(secret, message_id, at, body) for secret in secrets)
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(at),
        "webhook-signature": " ".join(signed),
    }
