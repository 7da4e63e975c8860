"""The agency's people. The first manager is named once, whoever else comes and goes."""

from dataclasses import dataclass
from typing import Any

from shared.domain.errors import AlreadyDone, Refused, RelayError
from shared.domain.ids import PersonKey
from shared.domain.member import Member, Role
from shared.table import keys
from shared.table.codec import moment, stamp
from shared.table.commit import Table
from shared.table.writes import Write


@dataclass(frozen=True, slots=True)
class Members:
    table: Table

    def find(self, person: PersonKey) -> Member | None:
        item = self.table.get(keys.member(person))
        return _from_item(item) if item else None

    def all(self) -> dict[PersonKey, Member]:
        """Whoever was here first comes first. An agency's people are one request."""
        found = self.table.all_of(keys.AGENCY, keys.MEMBER_PREFIX)
        members = {PersonKey(i[keys.SORT][len(keys.MEMBER_PREFIX) :]): _from_item(i) for i in found}
        return dict(sorted(members.items(), key=lambda one: (one[1].since, one[0])))

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

    def _new(self, person: PersonKey, member: Member) -> Write:
        values = {
            "name": member.name,
            "email": member.email,
            "role": member.role,
            "since": stamp(member.since),
        }
        return self.table.new(keys.member(person), values)


def _from_item(item: dict[str, Any]) -> Member:
    return Member(item["name"], item["email"], Role(item["role"]), moment(item["since"]))
