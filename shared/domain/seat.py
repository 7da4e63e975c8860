"""Where somebody sits who signed in: as a candidate, at a company, or at the agency."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shared.domain.access import AGENCY_SCOPES, COMPANY_SCOPES, SCOPES_OF, Caller
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.member import Role


class Kind(StrEnum):
    CANDIDATE = "candidate"
    COMPANY = "company"
    AGENCY = "agency"


class CompanyRole(StrEnum):
    OWNER = "owner"
    RECRUITER = "recruiter"
    VIEWER = "viewer"


COMPANY_MANAGE: Final = "company:manage"
"""Members, keys, the profile, terms, leaving, the audit log: an owner's, and no key's."""
AGENCY_MANAGE: Final = AGENCY_SCOPES[2]
COMPANY_READ: Final = "company:read"
"""What is shown to members and to no program: the rules accepted, who else is here."""

COMPANY_SCOPES_OF: Final[dict[CompanyRole, frozenset[str]]] = {
    CompanyRole.OWNER: frozenset({*COMPANY_SCOPES, COMPANY_READ, COMPANY_MANAGE}),
    CompanyRole.RECRUITER: frozenset(
        {*COMPANY_SCOPES, COMPANY_READ} - {"ats:write", "webhooks:read", "webhooks:write"}
    ),
    CompanyRole.VIEWER: frozenset(
        {scope for scope in COMPANY_SCOPES if scope.endswith(":read")} - {"webhooks:read"}
        | {COMPANY_READ}
    ),
}


@dataclass(frozen=True, slots=True)
class Seat:
    """`of` is the candidate's or the company's id, `agency` at the agency; `role` none if there."""

    kind: Kind
    of: str
    role: str | None = None

    @property
    def needs_second_factor(self) -> bool:
        return self.kind is Kind.AGENCY

    @property
    def scopes(self) -> frozenset[str]:
        match self.kind:
            case Kind.COMPANY:
                return COMPANY_SCOPES_OF[CompanyRole(self.role or "")]
            case Kind.AGENCY:
                return frozenset(SCOPES_OF[Role(self.role or "")]) & {*AGENCY_SCOPES}
        return frozenset()

    def caller(self, person: PersonKey, session_id: str) -> Caller:
        """Who acts from here, as who acts with a key: the same flows ask the same of both.

        Raises:
            ValueError: a candidate speaks for nobody.
        """
        match self.kind:
            case Kind.COMPANY:
                return Caller(session_id, "company", self.scopes, CompanyId(self.of), person)
            case Kind.AGENCY:
                return Caller(session_id, "agency", self.scopes, None, person)
        raise ValueError("a candidate has no scopes")
