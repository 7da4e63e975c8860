"""HMAC-SHA256 over bytes as received, under every live secret, compared in constant time."""

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from shared.ats.refusal import Refusal
from shared.ats.vendor import Headers

REMEMBERED: Final = timedelta(days=30)
"""How long a delivery's key is kept. What was signed earlier could be played again."""


def header(headers: Headers, name: str) -> list[str]:
    """The one signature in it, if there is one."""
    return [headers[name]] if headers.get(name) else []


def live(secrets: Sequence[str]) -> list[bytes]:
    """An empty one signs nothing."""
    return [_bytes(secret) for secret in secrets if secret.strip()]


def digest(secret: bytes, signed: bytes) -> bytes:
    return hmac.digest(secret, signed, hashlib.sha256)


def hexes(secrets: Sequence[str], signed: bytes) -> list[str]:
    return [digest(secret, signed).hex() for secret in live(secrets)]


def judged(given: Iterable[str], expected: Sequence[str]) -> Refusal | None:
    """`given`: what the vendor signed with any of its secrets; one of `expected` is enough."""
    if not expected:
        return Refusal.NO_SECRET
    pairs = [(_bytes(g), e.encode()) for g in given for e in expected]
    if not pairs:
        return Refusal.UNSIGNED
    right = [hmac.compare_digest(g, e) for g, e in pairs]
    return None if any(right) else Refusal.WRONG_SIGNATURE


def timely(at: datetime | None, now: datetime, window: timedelta) -> Refusal | None:
    """Either way: a clock ahead is as wrong as one behind."""
    if at is None:
        return Refusal.UNSIGNED
    return Refusal.STALE if abs(now - at) > window else None


def _bytes(text: str) -> bytes:
    return text.encode(errors="backslashreplace")
