"""An API key: as an owner asks for it, as it is listed, and once with the key itself."""

from datetime import date, datetime, timedelta
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, AwareDatetime, Field
from pydantic_core import PydanticCustomError

from shared.contracts.candidate import not_blank
from shared.contracts.wire import Answer, Body
from shared.domain.access import COMPANY_SCOPES
from shared.domain.api_key import ApiKey, KeyState
from shared.domain.errors import InvalidRequest

LONGEST: Final = timedelta(days=3653)
Scope = Literal[
    "links:read",
    "links:write",
    "progress:read",
    "stats:read",
    "credits:read",
    "credits:write",
    "job_orders:read",
    "job_orders:write",
    "rejections:write",
    "ats:write",
    "webhooks:read",
    "webhooks:write",
]


def _each_once(scopes: list[Scope]) -> list[Scope]:
    if len(set(scopes)) < len(scopes):
        raise PydanticCustomError("malformed", "each once")
    return sorted(scopes, key=COMPANY_SCOPES.index)


class KeyRequest(Body):
    name: Annotated[str, AfterValidator(not_blank), Field(min_length=1, max_length=60)]
    scopes: Annotated[list[Scope], AfterValidator(_each_once), Field(min_length=1)]
    expires_at: AwareDatetime | None = Field(
        None, description="Good until then; left out: until it is revoked."
    )

    def check_end(self, now: datetime) -> None:
        """Raises InvalidRequest."""
        if self.expires_at and not now < self.expires_at < now + LONGEST:
            raise InvalidRequest("expires_at is to come, and within ten years", _WRONG_END)


_WRONG_END: Final = {"expires_at": "malformed"}


class KeyAnswer(Answer):
    key_id: str
    name: str
    scopes: list[str]
    state: KeyState
    made_at: AwareDatetime | None = Field(description="Null: the agency made it.")
    expires_at: AwareDatetime | None
    used_on: date | None = Field(description="The last day it was used, in Tokyo.")
    revoked_at: AwareDatetime | None

    @classmethod
    def of(cls, key: ApiKey, now: datetime) -> Self:
        plain = {name: getattr(key, name) for name in _PLAIN}
        return cls(**plain, scopes=list(key.scopes), state=key.state(now))


_PLAIN: Final = ("key_id", "name", "made_at", "expires_at", "used_on", "revoked_at")


class KeyMade(KeyAnswer):
    api_key: str | None = Field(None, description="Shown this once; a replay lacks it.")


class KeyPage(Answer):
    items: list[KeyAnswer]
    next_cursor: str | None = None
