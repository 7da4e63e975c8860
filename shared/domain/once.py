"""An impatient caller asks again: the same key and body get the same answer."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Self

KEPT: Final = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Once:
    """One use of an Idempotency-Key by one caller."""

    scope: str
    key_digest: str
    request_digest: str
    until: datetime

    @classmethod
    def of(cls, scope: str, key: str, asked: str, now: datetime) -> Self:
        """Neither the key nor what was asked is kept."""
        return cls(scope, _digest(key), _digest(asked), now + KEPT)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    body: str
