"""Who works with the relay at a company. Each has a seat beside it, for who signs in.

The roster keeps what members are called, for the log of what they did.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from shared.domain.company_member import CompanyMember
from shared.domain.errors import (
    AlreadyDone,
    Conflict,
    NotFound,
    RelayError,
    TooManyRequests,
)
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.seat import Kind, Seat
from shared.table import keys, owners
from shared.table.codec import stamp
from shared.table.commit import Table
from shared.table.company_member_item import from_item, to_item
from shared.table.spending import is_active
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import MemberInvited

INVITED_PER_DAY: Final = 50
"""Letters to addresses a company names, in a day."""
AT_ONCE: Final = 80
"""Sessions a member loses in the same transaction; whoever has more loses them after it."""


def _is_member(_: dict[str, Any]) -> RelayError:
    return AlreadyDone("this person is a member already")


def _moved(_: dict[str, Any]) -> RelayError:
    return Conflict("this member changed meanwhile")


def _too_many(_: dict[str, Any]) -> RelayError:
    return TooManyRequests("50 people were invited today; go on tomorrow", retry_after=86400)


@dataclass(frozen=True, slots=True)
class CompanyMembers:
    table: Table

    def all(self, company_id: CompanyId) -> Sequence[CompanyMember]:
        found = self.table.all_of(keys.of_company(company_id), keys.MEMBER_PREFIX)
        return sorted(map(from_item, found), key=lambda m: (m.since, m.member_id))

    def find(self, company_id: CompanyId, member_id: str) -> CompanyMember:
        """Raises NotFound."""
        for member in self.all(company_id):
            if member.member_id == member_id:
                return member
        raise NotFound("no such member")

    def at(self, company_id: CompanyId, person: PersonKey) -> CompanyMember:
        """Who this person is there. Raises NotFound."""
        item = self.table.get(keys.company_member(company_id, person))
        if item is None:
            raise NotFound("no such member")
        return from_item(item)

    def seats(self, person: PersonKey) -> list[Seat]:
        """At every company they are a member of."""
        found = self.table.all_of(keys.seats(person), keys.COMPANY_PREFIX)
        return [Seat(Kind.COMPANY, item["company_id"], item["role"]) for item in found]

    def added(self, member: CompanyMember) -> list[Write]:
        """Refused with AlreadyDone: a member already."""
        of = member.company_id, member.person
        seat = {"company_id": member.company_id, "role": member.role}
        return [
            self.table.new(keys.company_member(*of), to_item(member), _is_member),
            self.table.new(keys.seat(member.person, member.company_id), seat, _is_member),
            self._known(member),
        ]

    def _known(self, member: CompanyMember) -> Write:
        names = {member.person: member.name, member.member_id: member.name}
        return self.table.more(keys.roster(member.company_id), owners.one_more(member), names)

    def invite(self, member: CompanyMember, said: MemberInvited) -> None:
        """Raises AlreadyDone: a member already; CompanyNotActive, StateForbids, TooManyRequests."""
        at: datetime = said.occurred_at
        self.table.commit(
            is_active(member.company_id),
            *self.added(member),
            self.table.ceiling(
                keys.rate(f"invited:{member.company_id}", f"{at:%Y%m%d}"),
                INVITED_PER_DAY,
                expires=at + timedelta(days=2),
                refusal=_too_many,
            ),
            self.table.outbox(said),
        )

    def turn(self, before: CompanyMember, after: CompanyMember, sessions: Sequence[Write]) -> None:
        """Another role. Raises Conflict, LastOwner, CompanyNotActive, StateForbids."""
        self.table.commit(
            is_active(before.company_id), *self.changed(before, after), *sessions[:AT_ONCE]
        )

    def remove(self, member: CompanyMember, sessions: Sequence[Write]) -> None:
        """Also where the company is suspended, or left. Raises Conflict, LastOwner."""
        self.table.commit(*self.removed(member), *sessions[:AT_ONCE])

    def seen(
        self, company_id: CompanyId, person: PersonKey, role: str, now: datetime, *, is_new: bool
    ) -> Write:
        """That they signed in, in this role. Refused with Conflict: they have it no more."""
        put = {"last_in_at": stamp(now)} | ({"seen_at": stamp(now)} if is_new else {})
        key = keys.company_member(company_id, person)
        return self.table.change(key, guards=[("role", "=", role)], put=put, refusal=_moved)

    def changed(self, before: CompanyMember, after: CompanyMember) -> list[Write]:
        """Refused with Conflict: the role is another by now."""
        of, as_before = (before.company_id, before.person), [("role", "=", before.role)]
        put = {
            "role": after.role,
            "name": after.name,
            "hears_of_credits": after.hears_of_credits,
            "seen_at": stamp(after.seen_at) if after.seen_at else None,
        }
        return [
            self.table.change(keys.company_member(*of), guards=as_before, put=put, refusal=_moved),
            self.table.change(
                keys.seat(before.person, before.company_id),
                guards=as_before,
                put={"role": after.role},
                refusal=_moved,
            ),
            *owners.of(self.table, before, after.role),
        ]

    def removed(self, member: CompanyMember) -> list[Write]:
        """Refused with Conflict: the role is another by now, or they are gone; LastOwner."""
        guards = [("role", "=", member.role)]
        named = (
            keys.company_member(member.company_id, member.person),
            keys.seat(member.person, member.company_id),
        )
        gone = [self.table.gone(key, guards=guards, refusal=_moved) for key in named]
        return [*gone, *owners.of(self.table, member, None)]
