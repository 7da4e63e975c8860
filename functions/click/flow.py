"""find the doorway -> count the visit -> what it opens."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from shared.domain.ids import CompanyId, LinkId, Slug
from shared.domain.link import Doorway, Visit
from shared.ports.registering import Doorways

ROBOTS: Final = (
    "bot crawl spider preview scan safelinks proofpoint mimecast barracuda slurp fetch monitor "
    "curl wget python headless facebookexternalhit whatsapp go-http java okhttp axios libwww"
).split()
"""Mail scanners open every link in a mailbox; they ask with HEAD or say what they are."""


class Clicks(Protocol):
    def count(self, company_id: CompanyId, link_id: LinkId, visit: Visit, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Visitor:
    method: str
    agent: str

    @property
    def kind(self) -> Visit:
        agent = self.agent.lower()
        told = not agent or any(robot in agent for robot in ROBOTS)
        return "suspected_bot" if told or self.method == "HEAD" else "human"


def click(
    slug: Slug,
    visitor: Visitor,
    *,
    doorways: Doorways,
    clicks: Clicks,
    lost: Callable[[], None],
    now: datetime,
) -> Doorway:
    """Open a link. A visit that cannot be counted (`lost`) still opens it.

    Raises:
        LinkNotFound
    """
    doorway = doorways.open(slug)
    try:
        clicks.count(doorway.company_id, doorway.link_id, visitor.kind, now)
    except Exception:  # the page matters to a person, the figure to nobody tonight
        lost()
    return doorway
