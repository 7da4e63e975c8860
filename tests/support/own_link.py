"""A candidate's own link, under a connection's: rejected at the ATS, so that it is live."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from shared.domain.applicant import Kept
from shared.domain.application import Application
from shared.domain.application_step import applied
from shared.domain.happening import Happening, Kind
from shared.domain.ids import ApplicationId, CompanyId, ConnectionId, Slug
from shared.domain.link import Doorway, Link
from shared.table.applications import Applications
from shared.table.commit import Table
from tests.support.builders import ACME, NOON, a_doorway

CONNECTED = ConnectionId("ats_acme")
HANAKO = ApplicationId("app_hanako")


def an_application(name: str = HANAKO, company_id: CompanyId = ACME, **changed: Any) -> Application:
    made = Application(ApplicationId(name), company_id, CONNECTED, created_at=NOON)
    return replace(made, **{"rejected_at": NOON, **changed})


def own_doorway(link: Link, slug: str, application: Application) -> Doorway:
    """As it is told of its link when it is made."""
    told: dict[str, Any] = {"windows": link.windows, "voids": link.voids}
    return a_doorway(slug, link_id=link.link_id, state=application.link_state, **told)


def mint(table: Table, link: Link, slug: str, application: Application | None = None) -> Slug:
    made = application or an_application(f"app_{slug}")
    door = own_doorway(link, slug, made)
    Applications(table).step(None, made, who=None, doorway=door, fact=None)
    return door.slug


def heard(table: Table, name: str, kind: Kind, at: datetime, **said: Any) -> Application:
    """Of an application whose link is there."""
    applications = Applications(table)
    kept, _ = applications.find(CONNECTED, ApplicationId(name))
    assert isinstance(kept, Kept)
    after = applied(kept.application, Happening(kind, at, **said))
    applications.step(kept, after, who=None, doorway=None, fact=None)
    return after
