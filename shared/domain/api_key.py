"""A company's API key as its owners know it. The key itself is kept nowhere."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from shared.domain.ids import CompanyId


class KeyState(StrEnum):
    GOOD = "good"
    ENDED = "ended"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class ApiKey:
    """
    Args:
        digest: what is stored of the key itself.
        name: what its owners call it; none of one that the agency made.
        expires_at: good until then; none: until it is revoked.
        used_on: the last day it was used, in Tokyo.
    """

    key_id: str
    company_id: CompanyId
    digest: str
    name: str
    scopes: tuple[str, ...]
    made_at: datetime | None = None
    expires_at: datetime | None = None
    used_on: date | None = None
    revoked_at: datetime | None = None

    def state(self, now: datetime) -> KeyState:
        if self.revoked_at:
            return KeyState.REVOKED
        return KeyState.ENDED if self.expires_at and self.expires_at <= now else KeyState.GOOD
