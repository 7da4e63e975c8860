"""The agency's people. The first manager is named once, whoever else comes and goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from shared.domain.errors import AlreadyDone, Conflict, Refused, RelayError
from shared.domain.ids import PersonKey
from shared.domain.member import Member, Role
from shared.table import keys
from shared.table.codec import moment, stamp
from shared.table.commit import Table
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import ColleagueInvited


@dataclass(frozen=True, slots=True)
class Members:
    table: Table

    def find(self, person: PersonKey) -> Member | None:
        item = self.table.get(keys.member(person))
        return _from_item(item) if item else None

    def all(self) -> dict[PersonKey, Member]:
        """Whoever was here first comes first. An agency's people are one request."""
        return _in_order(self.table.all_of(keys.AGENCY, keys.MEMBER_PREFIX))

    def page(self, *, limit: int, after: str | None) -> tuple[dict[PersonKey, Member], str | None]:
        """As `all`, so many at a time; of several pages each is in order by itself."""
        found, following = self.table.page(
            keys.AGENCY, keys.MEMBER_PREFIX, limit=limit, after=after
        )
        return _in_order(found), following

    def name(self, who: str) -> str | None:
        """How somebody is called; None for a program."""
        found = self.find(PersonKey(who))
        return found.name if found else None

    def names(self) -> dict[str, str]:
        return {person: member.name for person, member in self.all().items()}

    def appoint(self, person: PersonKey, member: Member) -> None:
        def taken(old: dict[str, Any]) -> RelayError:
            if old["person"] == person:
                return AlreadyDone("this person is the agency's first manager")
            return Refused("the agency's first manager is somebody else")

        self.table.commit(
            self.table.new(keys.first_manager(), {"person": person}, taken),
            self._new(person, member),
        )

    def enrol(self, person: PersonKey, member: Member) -> None:
        """Raises AlreadyDone: this person is a member."""
        self.table.commit(self._new(person, member))

    def invite(self, person: PersonKey, member: Member, said: ColleagueInvited) -> None:
        """As `enrol`; a mail tells them. Raises AlreadyDone: this person is a member."""
        self.table.commit(self._new(person, member), self.table.outbox(said))

    def seen(self, person: PersonKey, role: str, now: datetime) -> Write:
        """That they signed in, in this role. Refused with Conflict: they have it no more."""
        as_read = [("role", "=", role)]
        put = {"last_in_at": stamp(now)}
        return self.table.change(keys.member(person), guards=as_read, put=put, refusal=_meanwhile)

    def remove(
        self, person: PersonKey, member: Member, stays: PersonKey | None, going: Iterable[Write]
    ) -> None:
        """Raises Conflict.

        Args:
            stays: of a manager: another one, who is still one when this is done.
            going: what they came in by, and their keys.
        """
        as_read = [("role", "=", member.role)]
        self.table.commit(
            self.table.gone(keys.member(person), guards=as_read, refusal=_meanwhile),
            *([self._still_manages(stays)] if stays else []),
            *going,
        )

    def _still_manages(self, person: PersonKey) -> Write:
        """Two managers who take each other away meet here."""
        manages = [("role", "=", Role.MANAGER)]
        put = {"role": Role.MANAGER}
        return self.table.change(keys.member(person), guards=manages, put=put, refusal=_meanwhile)

    def _new(self, person: PersonKey, member: Member) -> Write:
        values = {
            "name": member.name,
            "email": member.email,
            "role": member.role,
            "since": stamp(member.since),
        }
        return self.table.new(keys.member(person), values)


def _meanwhile(_: dict[str, Any]) -> RelayError:
    return Conflict("the agency's members changed meanwhile")


def _in_order(found: Iterable[dict[str, Any]]) -> dict[PersonKey, Member]:
    """Whoever was here first comes first."""
    members = {PersonKey(i[keys.SORT][len(keys.MEMBER_PREFIX) :]): _from_item(i) for i in found}
    return dict(sorted(members.items(), key=lambda one: (one[1].since, one[0])))


def _from_item(item: dict[str, Any]) -> Member:
    return Member(item["name"], item["email"], Role(item["role"]), moment(item["since"]))
