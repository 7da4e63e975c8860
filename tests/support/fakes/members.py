from dataclasses import dataclass, field

from shared.domain.errors import AlreadyDone, Refused
from shared.domain.ids import PersonKey
from shared.domain.member import Member


@dataclass
class FakeMembers:
    members: dict[PersonKey, Member] = field(default_factory=dict)

    def appoint(self, person: PersonKey, member: Member) -> None:
        if person in self.members:
            raise AlreadyDone("this person is the agency's first manager")
        if self.members:
            raise Refused("the agency's first manager is somebody else")
        self.members[person] = member

    def enrol(self, person: PersonKey, member: Member) -> None:
        if person in self.members:
            raise AlreadyDone("this person is a member")
        self.members[person] = member

    def find(self, person: PersonKey) -> Member | None:
        return self.members.get(person)
