"""Owners invite people, say what they may, and let them go.

`written` is where it is kept, once it is known what: an act's own (shared.acts). Whoever may less
than before is signed out with it: a session is good for the role it was opened with.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from shared.contracts.company_member import Invitation
from shared.contracts.events import MemberInvited
from shared.domain.audit import changed
from shared.domain.company_member import CompanyMember
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.seat import CompanyRole
from shared.ports.signing_in import Members, Sessions
from shared.retry import retry_on_conflict


def drawn_up(
    asked: Invitation, name: tuple[CompanyId, str], person: PersonKey, *, now: datetime
) -> CompanyMember:
    company_id, member_id = name
    return CompanyMember(
        company_id=company_id,
        member_id=member_id,
        person=person,
        email=asked.email,
        name=asked.name.strip(),
        role=asked.role,
        since=now,
        locale=asked.locale,
    )


@retry_on_conflict
def invite(new: CompanyMember, *, members: Members, now: datetime) -> None:
    """A mail says so. Raises AlreadyDone, CompanyNotActive, StateForbids, TooManyRequests."""
    said = MemberInvited(
        event_id=f"invited:{new.member_id}",
        occurred_at=now,
        company_id=new.company_id,
        member_id=new.member_id,
    )
    members.invite(new, said)


@retry_on_conflict
def turn(
    company_id: CompanyId,
    member_id: str,
    role: CompanyRole,
    *,
    members: Members,
    sessions: Sessions,
    written: Callable[[CompanyMember, CompanyMember], Members],
) -> CompanyMember:
    """Another role. Raises NotFound, LastOwner, CompanyNotActive, StateForbids."""
    before = members.find(company_id, member_id)
    if before.role is role:
        return before
    after = replace(before, role=role)
    written(before, after).turn(before, after, sessions.closing(before.person))
    sessions.close_all(before.person)
    return after


def told(before: CompanyMember, after: CompanyMember) -> dict[str, str]:
    return changed(before, after, "role")


@retry_on_conflict
def remove(
    company_id: CompanyId,
    member_id: str,
    *,
    members: Members,
    sessions: Sessions,
    written: Callable[[CompanyMember], Members],
) -> None:
    """Raises NotFound, LastOwner."""
    member = members.find(company_id, member_id)
    written(member).remove(member, sessions.closing(member.person))
    sessions.close_all(member.person)
