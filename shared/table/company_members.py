"""Who works with the relay at a company. Each has a seat beside it, for who signs in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.domain.company_member import CompanyMember
from shared.domain.errors import AlreadyDone, Conflict, NotFound, RelayError
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.seat import CompanyRole, Kind, Seat
from shared.table import keys
from shared.table.codec import moment, optional_moment, stamp
from shared.table.commit import Table
from shared.table.writes import Write

_PLAIN = ("company_id", "member_id", "person", "email", "name", "locale", "hears_of_credits")


def _is_member(_: dict[str, Any]) -> RelayError:
    return AlreadyDone("this person is a member already")


def _moved(_: dict[str, Any]) -> RelayError:
    return Conflict("this member changed meanwhile")


def to_item(member: CompanyMember) -> dict[str, Any]:
    plain = {name: getattr(member, name) for name in _PLAIN}
    seen = stamp(member.seen_at) if member.seen_at else None
    return {**plain, "role": member.role, "since": stamp(member.since), "seen_at": seen}


def from_item(item: dict[str, Any]) -> CompanyMember:
    return CompanyMember(
        **{name: item[name] for name in _PLAIN},
        role=CompanyRole(item["role"]),
        since=moment(item["since"]),
        seen_at=optional_moment(item.get("seen_at")),
    )


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
        ]

    def seen(self, company_id: CompanyId, person: PersonKey, now: datetime) -> Write:
        """That they signed in. Refused with Conflict: they are no member any more."""
        put = {"seen_at": stamp(now)}
        return self.table.change(keys.company_member(company_id, person), put=put, refusal=_moved)

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
        ]

    def removed(self, member: CompanyMember) -> list[Write]:
        """Refused with Conflict: the role is another by now."""
        guards = [("role", "=", member.role)]
        named = (
            keys.company_member(member.company_id, member.person),
            keys.seat(member.person, member.company_id),
        )
        return [self.table.delete(key, guards=guards, refusal=_moved) for key in named]
