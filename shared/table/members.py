"""The agency's people. The first manager is named once, whoever else comes and goes."""

from dataclasses import dataclass
from typing import Any

from shared.domain.errors import AlreadyDone, Refused, RelayError
from shared.domain.ids import PersonKey
from shared.domain.member import Member
from shared.table import keys
from shared.table.codec import stamp
from shared.table.commit import Table


@dataclass(frozen=True, slots=True)
class Members:
    table: Table

    def appoint(self, person: PersonKey, member: Member) -> None:
        def taken(old: dict[str, Any]) -> RelayError:
            if old["person"] == person:
                return AlreadyDone("this person is the agency's first manager")
            return Refused("the agency's first manager is somebody else")

        values = {
            "name": member.name,
            "email": member.email,
            "role": member.role,
            "since": stamp(member.since),
        }
        self.table.commit(
            self.table.new(keys.first_manager(), {"person": person}, taken),
            self.table.new(keys.member(person), values),
        )
