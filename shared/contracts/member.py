"""Somebody at the agency: as an operator names them, and as their colleagues see them."""

from typing import Final, Self

from pydantic import AwareDatetime, Field

from shared.contracts.candidate import Email, Name
from shared.contracts.wire import Answer, Body
from shared.domain.ids import PersonKey
from shared.domain.locale import Locale
from shared.domain.member import Member, Role

WHO: Final = "Who did it: a person's id here, a keyed hash, or the key id of a program."
WHO_NAME: Final = "What they are called; null where nobody gave them a name."


class MemberNamed(Body):
    email: Email
    name: Name
    role: Role


class ColleagueNamed(MemberNamed):
    """By a manager, on a page."""

    locale: Locale = "ja"


class MemberAnswer(Answer):
    member: str = Field(description="Their id at the agency, a keyed hash.")
    name: str
    role: Role
    since: AwareDatetime

    @classmethod
    def of(cls, person: PersonKey, member: Member) -> Self:
        return cls(member=person, name=member.name, role=member.role, since=member.since)


class MemberPage(Answer):
    items: list[MemberAnswer]
