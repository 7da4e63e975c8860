"""What is heard of an application -> what becomes of it and its link, in one transaction.

Whoever hears something says it here: a webhook, a poll, a file, a program. Twice, late and in any
order end the same; the link is minted with the first step that may have one.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from shared.company.links import doorway_of
from shared.contracts.application_facts import fact
from shared.domain.applicant import Applicant
from shared.domain.application import Application
from shared.domain.application_news import Ignored, ignored
from shared.domain.application_step import applied
from shared.domain.ats_event import ApplicationEvent, CandidateErased
from shared.domain.company import CompanyState
from shared.domain.connection import Connection
from shared.domain.happening import Happening, Kind, happened
from shared.domain.ids import ApplicationId, Slug
from shared.domain.link import Doorway
from shared.ports.applications import Applications, LinksWithCompany, Naming
from shared.retry import retry_on_conflict


@dataclass(frozen=True, slots=True)
class Ears:
    """
    Args:
        naming: who knows our names of applications: the pepper.
        slug: a new one, each time.
    """

    applications: Applications
    links: LinksWithCompany
    naming: Naming
    slug: Callable[[], str]


@dataclass(frozen=True, slots=True)
class About:
    """Which application. `application_ref`: the vendor's name, where a link is written back."""

    application_id: ApplicationId
    application_ref: str = ""
    candidate_ref: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """The application as it is now; `ignored`: why this moved nothing."""

    application: Application
    slug: Slug | None = None
    ignored: Ignored | None = None


def hear(
    connection: Connection,
    said: ApplicationEvent | CandidateErased,
    *,
    received_at: datetime,
    ears: Ears,
) -> tuple[Heard, ...]:
    """One of each application it is about: of a candidate erased, all of theirs.

    Raises:
        Conflict: others wrote four times meanwhile; hear it again.
    """
    happening = happened(said, received_at)
    if isinstance(said, CandidateErased):
        return _erased(connection, said.candidate_ref, happening, ears)
    name = ears.naming.application(connection.connection_id, said.application_ref)
    about = About(name, said.application_ref, said.candidate_ref or "")
    return (step(connection, about, happening, ears=ears),)


@retry_on_conflict
def step(connection: Connection, about: About, happening: Happening, *, ears: Ears) -> Heard:
    """One application's. Raises Conflict."""
    kept, who = ears.applications.find(
        connection.connection_id, about.application_id, about.candidate_ref
    )
    before = kept.application if kept else _unheard_of(connection, about)
    gone = who.erased_at if who else None
    if gone:  # whoever applied is forgotten, whatever comes
        happening = Happening(Kind.ERASED, gone)
    named = _named(before, about)
    after = applied(named, happening)
    why = Ignored.ERASED_AT_SOURCE if gone else ignored(before, happening)
    slug, moved = kept.slug if kept else None, after != (before if kept else named)
    joins = bool(moved or kept) and not after.erased_at and _is_new_to(who, after)
    if not moved and not joins:
        return Heard(before, slug, why)
    doorway = None if slug else _doorway(connection, after, ears)
    ears.applications.step(
        kept,
        after,
        who=who if joins else None,
        doorway=doorway,
        fact=None if gone else fact(before, after, happening),
    )
    return Heard(after, doorway.slug if doorway else slug, why)


def _erased(
    connection: Connection, candidate_ref: str, happening: Happening, ears: Ears
) -> tuple[Heard, ...]:
    """First the word that they are gone: what comes meanwhile, or next, finds it."""
    who = _forgotten(connection, candidate_ref, happening.at, ears)
    return tuple(step(connection, About(one), happening, ears=ears) for one in who.applications)


@retry_on_conflict
def _forgotten(connection: Connection, candidate_ref: str, at: datetime, ears: Ears) -> Applicant:
    who = ears.applications.applicant(connection.connection_id, candidate_ref)
    if who.erased_at is None or at < who.erased_at:
        ears.applications.erased(who, at)
    return who


def _unheard_of(connection: Connection, about: About) -> Application:
    return Application(about.application_id, connection.company_id, connection.connection_id)


def _named(application: Application, about: About) -> Application:
    """With the names it is known by; what was said first stays."""
    return replace(
        application,
        application_ref=application.application_ref or about.application_ref,
        candidate_ref=application.candidate_ref or about.candidate_ref,
    )


def _is_new_to(who: Applicant | None, application: Application) -> bool:
    return who is not None and application.application_id not in who.applications


def _doorway(connection: Connection, application: Application, ears: Ears) -> Doorway | None:
    """Of the connection's link, as it stands now, under a slug of its own."""
    if not application.mints:
        return None
    company, link = ears.links.with_company(connection.company_id, connection.link_id)
    if company.state is CompanyState.LEFT:
        return None
    opened = doorway_of(link, company)
    return replace(opened, slug=Slug(ears.slug()), state=application.link_state)
