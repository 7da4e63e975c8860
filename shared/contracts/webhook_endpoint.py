"""Where a company wants its webhooks sent: as it is asked for, listed, and once with its secret."""

import re
from datetime import datetime
from typing import Annotated, Final, Self

from pydantic import AfterValidator, AwareDatetime, Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from shared.contracts.said import unfit, unsaid
from shared.contracts.webhook_kinds import KINDS
from shared.contracts.wire import Answer, Body
from shared.domain.endpoint import Endpoint, EndpointState
from shared.domain.endpoint_health import Disabled
from shared.domain.event_filter import ALL, unknown

LONGEST_URL: Final = 2048
_LIKE_A_KIND: Final = re.compile(r"[a-z_]+(\.[a-z_]+)*(\.\*)?")
"""Said again in a refusal; what looks otherwise is not."""
_FAMILIES: Final = tuple(dict.fromkeys(f"{kind.rpartition('.')[0]}.*" for kind in KINDS))


def _each_once(events: list[str]) -> list[str]:
    if len(set(events)) < len(events):
        raise PydanticCustomError("malformed", "each once")
    return events


def _known(events: list[str]) -> list[str]:
    """One that no message fits would be silence for ever."""
    if wrong := unknown(events, KINDS):
        named = " or ".join(sorted(one for one in wrong if _LIKE_A_KIND.fullmatch(one)))
        there = ", ".join((ALL, *_FAMILIES, *KINDS))
        raise unfit(f"no message is called {named or 'so'}; choose from {there}")
    return events


Events = Annotated[
    list[Annotated[str, Field(max_length=60)]],
    AfterValidator(_each_once),
    AfterValidator(_known),
    Field(
        min_length=1,
        max_length=len(KINDS) + len(_FAMILIES),
        description="Kinds of message: `credit.granted`, a family `credit.*`, or `*` for all.",
    ),
]
Url = Annotated[
    str,
    Field(
        min_length=1,
        max_length=LONGEST_URL,
        description="https, port 443, a public host's name. Redirects are not followed.",
    ),
]
Description = Annotated[str, Field(max_length=120)]


class EndpointRequest(Body):
    url: Url
    events: Events = Field([ALL])
    description: Description = ""


class EndpointChange(Body):
    url: Url | None = None
    events: Events | None = None
    description: Description | None = None
    paused: StrictBool | None = Field(
        default=None, description="false also turns on again what we had turned off."
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if all(value is None for _, value in self):
            raise unsaid("say what changes", *EndpointChange.model_fields)
        return self


class SecretRequest(Body):
    secret: Annotated[str, Field(max_length=120)] | None = Field(
        default=None,
        description="Your own: `whsec_` and base64 of 24 to 64 random bytes. Left out: ours.",
    )


class EndpointAnswer(Answer):
    endpoint_id: str
    url: str
    events: list[str]
    description: str
    state: EndpointState
    disabled_because: Disabled | None = Field(
        description="gone: it answered 410. failing: nothing but failures on five days."
    )
    disabled_at: AwareDatetime | None
    failing_since: AwareDatetime | None = Field(description="Null: the last attempt succeeded.")
    last_failed_at: AwareDatetime | None = Field(description="Since the last success.")
    secret_rotated_until: AwareDatetime | None = Field(
        description="Until then messages are signed by the secret before, too."
    )
    created_at: AwareDatetime

    @classmethod
    def of(cls, endpoint: Endpoint, now: datetime) -> Self:
        return cls(
            endpoint_id=endpoint.endpoint_id,
            url=endpoint.url,
            events=list(endpoint.events),
            description=endpoint.description,
            state=endpoint.state,
            disabled_because=endpoint.disabled,
            disabled_at=endpoint.disabled_at,
            failing_since=endpoint.health.failing_since,
            last_failed_at=endpoint.health.failed_at,
            secret_rotated_until=endpoint.both_until(now),
            created_at=endpoint.created_at,
        )


class EndpointMade(EndpointAnswer):
    secret: str | None = Field(default=None, description="Shown this once; a replay lacks it.")

    @classmethod
    def with_secret(cls, answer: EndpointAnswer, secret: str) -> Self:
        return cls(**answer.model_dump(), secret=secret)


class EndpointPage(Answer):
    """All of them: a company has ten at most."""

    items: list[EndpointAnswer]
    next_cursor: str | None = None
