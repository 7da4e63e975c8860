"""A company's connection to its ATS: as it is asked for, shown, and once with its secret."""

from datetime import datetime
from typing import Annotated, Final, Literal, Self

from pydantic import AwareDatetime, Field, model_validator

from shared.contracts.candidate import Name
from shared.contracts.said import unsaid
from shared.contracts.wire import Answer, Body
from shared.domain.connection import Connection, Provider, Way
from shared.domain.connection_health import Ill
from shared.domain.connection_state import ConnectionState, View, state_of
from shared.domain.listed import Listed, Outcome
from shared.domain.sealed import live

Vendor = Literal[
    "greenhouse",
    "lever",
    "ashby",
    "workable",
    "smartrecruiters",
    "teamtailor",
    "herp",
    "talentio",
    "csv",
    "generic",
]
Hidden = Annotated[str, Field(min_length=1, max_length=2000)]
Settings = Annotated[dict[str, Annotated[str, Field(max_length=200)]], Field(max_length=8)]
_ACCESS: Final = "What we may ask the system with: an API key, or a client's secret. Kept sealed."
_SETTINGS: Final = "greenhouse: client_id, name_key. ashby: field_id."


class ConnectionRequest(Body):
    provider: Vendor
    label: Name | None = None
    secret: Hidden | None = Field(
        None, description="What the system signs with. Left out: ours, where you may choose it."
    )
    access: Hidden | None = Field(None, description=_ACCESS)
    settings: Settings = Field({}, description=_SETTINGS)


class ConnectionChange(Body):
    label: Name | None = None
    access: Hidden | None = Field(None, description=_ACCESS)
    settings: Settings | None = Field(None, description=f"All of them. {_SETTINGS}")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if all(value is None for _, value in self):
            raise unsaid("say what changes", *ConnectionChange.model_fields)
        return self


class AtsSecretRequest(Body):
    secret: Hidden | None = None
    beside: bool = Field(
        False, description="As good as those there are: Lever has one for each kind of event."
    )


class SecretAnswer(Answer):
    since: AwareDatetime | None
    until: AwareDatetime | None = Field(description="Null: until it is replaced.")


class HealthAnswer(Answer):
    state: ConnectionState
    ills: list[Ill] = Field(description="refused: deliveries are not believed. access: our asking.")
    last_event_at: AwareDatetime | None
    refusals: int = Field(description="Since then, in a row.")
    last_refused_at: AwareDatetime | None
    last_refused_why: str | None
    trouble: str | None = Field(description="What keeps the system from doing what we ask.")
    degraded_since: AwareDatetime | None


class ConnectionAnswer(Answer):
    connection_id: str
    provider: Provider
    label: str
    way: Way
    receive_url: str | None = Field(description="For the system's webhooks; null: it sends none.")
    link_id: str
    link_url: str = Field(description="The same for everybody, to paste where nothing else goes.")
    secrets: list[SecretAnswer]
    has_access: bool
    settings: dict[str, str]
    health: HealthAnswer
    created_at: AwareDatetime

    @classmethod
    def of(cls, view: View, origin: str, now: datetime) -> Self:
        connection = view.connection
        same = ("connection_id", "provider", "label", "way", "link_id", "created_at")
        return cls(
            **{name: getattr(connection, name) for name in same},
            receive_url=receive_url(connection, origin),
            link_url=f"{origin}/r/{view.link.slug}",
            secrets=_secrets(connection, now),
            has_access=connection.access is not None,
            settings=dict(connection.settings),
            health=health_answer(view, now),
        )


class ConnectionMade(ConnectionAnswer):
    secret: str | None = Field(
        None, description="Where we chose it: shown this once; a replay lacks it."
    )


class ConnectionPage(Answer):
    """All of them: a company has 20 at most."""

    items: list[ConnectionAnswer]
    next_cursor: str | None = None


class AtsDeliveryAnswer(Answer):
    delivery_id: str
    received_at: AwareDatetime
    outcome: Outcome
    reason: str | None = Field(description="Why nothing followed, or why it was not believed.")
    what: str | None = Field(description="application.rejected, ..; null where it was not read.")
    application_id: str | None
    repeats: int = Field(description="How often it came again.")
    repeated_at: AwareDatetime | None

    @classmethod
    def of(cls, listed: Listed) -> Self:
        same = {name: getattr(listed, name) for name in _SAME}
        return cls(**same, what=listed.what or None)


_SAME: Final = (
    *("delivery_id", "received_at", "outcome", "reason"),
    *("application_id", "repeats", "repeated_at"),
)


class AtsDeliveryPage(Answer):
    """The newest first, of the last 30 days."""

    items: list[AtsDeliveryAnswer]
    next_cursor: str | None = None


def receive_url(connection: Connection, origin: str) -> str | None:
    if connection.way is not Way.WEBHOOK:
        return None
    return f"{origin}/ats/{connection.provider}/{connection.connection_id}"


def _secrets(connection: Connection, now: datetime) -> list[SecretAnswer]:
    return [SecretAnswer(since=one.since, until=one.until) for one in live(connection.signing, now)]


def health_answer(view: View, now: datetime) -> HealthAnswer:
    health = view.health
    return HealthAnswer(
        state=state_of(view.connection, health, now),
        ills=list(health.ills),
        last_event_at=health.heard_at,
        refusals=health.refusals,
        last_refused_at=health.refused_at,
        last_refused_why=health.refused_why,
        trouble=health.trouble,
        degraded_since=health.told_at,
    )
