"""A company's connection to its applicant tracking system (ATS)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from shared.domain.ids import CompanyId, ConnectionId, LinkId
from shared.domain.sealed import Sealed

PURPOSE: Final = "ats"
"""What a connection's secrets are sealed for; whose, is the connection's id."""
MOST: Final = 20
"""Connections of a company."""


class Provider(StrEnum):
    GREENHOUSE = "greenhouse"
    LEVER = "lever"
    ASHBY = "ashby"
    WORKABLE = "workable"
    SMARTRECRUITERS = "smartrecruiters"
    TEAMTAILOR = "teamtailor"
    HERP = "herp"
    TALENTIO = "talentio"
    CSV = "csv"
    GENERIC = "generic"
    API = "api"
    """The company's own programs, by POST /v1/rejections: made by itself at the first."""


class Way(StrEnum):
    """How we hear of applications."""

    WEBHOOK = "webhook"
    POLL = "poll"
    FILE = "file"
    CALL = "call"


_WAYS: Final = {
    Provider.HERP: Way.POLL,
    Provider.TALENTIO: Way.POLL,
    Provider.CSV: Way.FILE,
    Provider.API: Way.CALL,
}
WRITTEN_BACK: Final = frozenset({Provider.GREENHOUSE, Provider.ASHBY})
"""Those whose applications are given their link in a field."""


@dataclass(frozen=True, slots=True)
class Connection:
    """
    Args:
        link_id: the company's link its candidates' own links count under; itself good to paste.
        signing: what its webhooks are signed with.
        access: what we ask it with: an API key, or a client's secret.
        settings: what is no secret: a client's id, the name of a field.
    """

    connection_id: ConnectionId
    company_id: CompanyId
    provider: Provider
    label: str
    link_id: LinkId
    created_at: datetime
    signing: tuple[Sealed, ...] = ()
    access: Sealed | None = None
    settings: Mapping[str, str] = field(default_factory=dict)
    removed_at: datetime | None = None
    version: int = 1

    @property
    def way(self) -> Way:
        return _WAYS.get(self.provider, Way.WEBHOOK)

    @property
    def writes_back(self) -> bool:
        return self.provider in WRITTEN_BACK and self.access is not None
