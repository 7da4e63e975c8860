"""Somebody at a company: as an owner names them, and as their colleagues see them."""

from typing import Self

from pydantic import AwareDatetime, Field

from shared.contracts.candidate import Email, Name
from shared.contracts.wire import Answer, Body
from shared.domain.company_member import CompanyMember
from shared.domain.locale import Locale
from shared.domain.seat import CompanyRole


class Invitation(Body):
    email: Email
    name: Name
    role: CompanyRole
    locale: Locale = "ja"


class RoleChange(Body):
    role: CompanyRole


class CompanyMemberAnswer(Answer):
    member_id: str
    name: str
    email: str
    role: CompanyRole
    locale: Locale
    since: AwareDatetime
    seen_at: AwareDatetime | None = Field(description="First signed in; null: only invited yet.")
    last_in_at: AwareDatetime | None = Field(description="Last signed in.")
    hears_of_credits: bool

    @classmethod
    def of(cls, member: CompanyMember) -> Self:
        return cls(**{name: getattr(member, name) for name in cls.model_fields})


class CompanyMemberPage(Answer):
    items: list[CompanyMemberAnswer]
    next_cursor: str | None = None
