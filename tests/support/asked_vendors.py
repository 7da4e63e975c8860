"""A company whose recruiting system is asked and written to, over a table and a fake vendor."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from functions.ask.flow import Round
from functions.write_back.flow import Came, WriteBack
from shared.company.links import doorway_of
from shared.connectors.wire import Wire
from shared.contracts.events import ApplicationCreated
from shared.domain.application import Application
from shared.domain.ats_event import ApplicationEvent
from shared.domain.connection import PURPOSE, Connection, Provider
from shared.domain.ids import CompanyId, ConnectionId, LinkId, Slug
from shared.domain.link import Link, LinkState
from shared.domain.sealed import Sealed
from shared.hearing import Ears, hear
from shared.memory import RememberedSecrets
from shared.pepper import Pepper
from shared.table.applications import Applications
from shared.table.commit import Table
from shared.table.connections import Connections
from shared.table.hearings import Hearings
from shared.table.links import Links
from shared.table.marks import Marks
from shared.vendors import Vendors
from tests.support.acts import SAID
from tests.support.builders import a_company
from tests.support.facts import approved
from tests.support.sealing import Seal
from tests.support.stores import on_table

NAMES = count(1)
SITE = "https://relay.example"


def all_the_time() -> float:
    return 600.0


@dataclass
class Handed:
    """The queue of turns, in memory."""

    turns: list[tuple[ConnectionId, timedelta]] = field(default_factory=list)

    def hand_on(self, connection_id: ConnectionId, after: timedelta) -> None:
        self.turns.append((connection_id, after))


@dataclass
class AskedVendors:
    table: Table
    pepper: Pepper = field(default_factory=lambda: Pepper(b"asked"))
    seal: Seal = field(default_factory=Seal)

    def connected(
        self, provider: Provider, key: str, at: datetime, settings: Mapping[str, str] | None = None
    ) -> Connection:
        number = next(NAMES)
        company_id = CompanyId(f"co_asked{number}")
        company, stores = a_company(company_id), on_table(self.table)
        stores.companies.ask(company, company_id, None, SAID)
        stores.companies.approve(company_id, approved(company_id), at)
        name, slug = ConnectionId(f"ats_{number}"), Slug(f"asked{number}")
        link = Link(LinkId(f"lnk_{number}"), company_id, slug, "ATS", LinkState.ACTIVE, at, "ats")
        connection = Connection(
            name,
            company_id,
            provider,
            str(provider),
            link.link_id,
            at,
            access=Sealed(self.seal.seal(key, PURPOSE, name)) if key else None,
            settings=dict(settings or {}),
        )
        Connections(self.table).add(connection, link, doorway_of(link, company))
        return connection

    @property
    def ears(self) -> Ears:
        links = Links(self.table)
        return Ears(Applications(self.table), links, self.pepper, lambda: f"app{next(NAMES)}")

    @property
    def hearings(self) -> Hearings:
        return Hearings(self.table)

    def vendors(self, wire: Wire) -> Vendors:
        return Vendors(RememberedSecrets(self.seal, PURPOSE).open, wire)

    def round(self, wire: Wire, now: datetime, **but: Any) -> Round:
        said: dict[str, Any] = {
            "connections": Connections(self.table),
            "marks": Marks(self.table),
            "pollers": self.vendors(wire),
            "hearings": self.hearings,
            "ears": self.ears,
            "named": lambda: f"dlv_{next(NAMES):06}",
            "seconds_left": all_the_time,
            "now": now,
        }
        return Round(**{**said, **but})

    def writing(self, wire: Wire, now: datetime) -> WriteBack:
        connections = Connections(self.table)
        return WriteBack(
            connections,
            Applications(self.table),
            self.vendors(wire),
            self.hearings,
            connections,
            SITE,
            lambda: f"dlv_{next(NAMES):06}",
            now,
        )

    def hears(self, connection: Connection, event: ApplicationEvent, at: datetime) -> Application:
        [heard] = hear(connection, event, received_at=at, ears=self.ears)
        return heard.application

    def application(self, connection: Connection, ref: str) -> Application | None:
        name = self.pepper.application(connection.connection_id, ref)
        kept, _ = Applications(self.table).find(connection.connection_id, name)
        return kept.application if kept else None

    def slug(self, connection: Connection, ref: str) -> Slug | None:
        name = self.pepper.application(connection.connection_id, ref)
        kept, _ = Applications(self.table).find(connection.connection_id, name)
        return kept.slug if kept else None

    def created(self, connection: Connection, ref: str, at: datetime) -> ApplicationCreated:
        name = self.pepper.application(connection.connection_id, ref)
        return ApplicationCreated(
            event_id=f"application:{name}:created",
            occurred_at=at,
            company_id=connection.company_id,
            connection_id=connection.connection_id,
            application_id=name,
        )

    def listed(self, connection: Connection) -> list[tuple[str, str | None, str]]:
        """What its company reads: outcome, reason, of what; the oldest first."""
        rows, _ = self.hearings.page(connection.connection_id, limit=100, after=None)
        return [(str(row.outcome), row.reason, row.what) for row in reversed(rows)]


CHANCE = random.Random(7).random
DONE = (Came.WRITTEN, Came.STOOD_THERE)
