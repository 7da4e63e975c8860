"""Who works with the relay at a company, and as what."""

from dataclasses import dataclass
from datetime import datetime

from shared.domain.company import Company
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.locale import Locale
from shared.domain.seat import CompanyRole


@dataclass(frozen=True, slots=True)
class CompanyMember:
    """
    Args:
        seen_at: when they first signed in; none while they are only invited.
        last_in_at: when they last did.
        hears_of_credits: the company's mails about credits go to them.
    """

    company_id: CompanyId
    member_id: str
    person: PersonKey
    email: str
    name: str
    role: CompanyRole
    since: datetime
    locale: Locale = "ja"
    seen_at: datetime | None = None
    hears_of_credits: bool = False
    last_in_at: datetime | None = None


def first_owner(company: Company, person: PersonKey, member_id: str) -> CompanyMember:
    """Who asked for it, of whom the agency approves with it."""
    return CompanyMember(
        company_id=company.company_id,
        member_id=member_id,
        person=person,
        email=company.contact_email,
        name=company.contact_name,
        role=CompanyRole.OWNER,
        since=company.created_at,
        locale=company.locale,
        hears_of_credits=True,
    )
