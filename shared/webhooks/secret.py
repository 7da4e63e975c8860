"""What a company verifies our webhooks with: `whsec_` and base64 of 24 to 64 random bytes."""

import base64
import binascii
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, Self

from shared.domain.errors import InvalidRequest

PREFIX: Final = "whsec_"
FEWEST, MOST = 24, 64
"""Bytes. Standard Webhooks, Signature scheme."""
BOTH_FOR: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Secret:
    """Never shown by `repr`; `text` is shown to its owner once."""

    key: bytes = field(repr=False)

    @classmethod
    def made(cls) -> Self:
        return cls(secrets.token_bytes(32))

    @classmethod
    def parsed(cls, text: str) -> Self:
        """Raises InvalidRequest, without what was in it."""
        try:
            key = base64.b64decode(text.removeprefix(PREFIX), validate=True)
        except (binascii.Error, ValueError):
            key = b""
        if not text.startswith(PREFIX) or not FEWEST <= len(key) <= MOST:
            raise InvalidRequest("no webhook secret", {"secret": "malformed"})
        return cls(key)

    @property
    def text(self) -> str:
        return PREFIX + base64.b64encode(self.key).decode()


@dataclass(frozen=True, slots=True)
class Secrets:
    """An endpoint's: the one in use, and the one it replaced while that is still signed with."""

    current: Secret
    previous: Secret | None = None
    previous_until: datetime | None = None

    def rotated(self, new: Secret, now: datetime) -> Self:
        """At most two live: whoever rotates twice in a day gives up the oldest at once."""
        return type(self)(new, self.current, now + BOTH_FOR)

    def live(self, now: datetime) -> tuple[Secret, ...]:
        """Those to sign with, newest first."""
        until = self.previous_until
        if self.previous is None or until is None or until <= now:
            return (self.current,)
        return self.current, self.previous
