"""Who a key speaks for, and what it may do."""

from dataclasses import dataclass
from typing import Final, Literal

from shared.domain.errors import InsufficientScope
from shared.domain.ids import CompanyId
from shared.domain.member import Role

COMPANY_SCOPES: Final = (
    "links:read links:write progress:read stats:read credits:read credits:write job_orders:read "
    "job_orders:write rejections:write ats:write webhooks:read webhooks:write"
).split()
AGENCY_SCOPES: Final = ["agency:read", "agency:write", "agency:manage"]
"""An adviser looks after the inbox, verdicts and reversals in it: a figure follows from what they
say of one referral. Who takes part, what moves credits by decision alone, and which rules are
good need a manager."""

SCOPES_OF: Final[dict[Role, list[str]]] = {
    Role.ADVISER: AGENCY_SCOPES[:2],
    Role.MANAGER: AGENCY_SCOPES,
}

KeyKind = Literal["company", "agency"]
SCOPES: Final[dict[str, list[str]]] = {"company": COMPANY_SCOPES, "agency": AGENCY_SCOPES}


@dataclass(frozen=True, slots=True)
class Caller:
    key_id: str
    kind: KeyKind
    scopes: frozenset[str]
    company_id: CompanyId | None = None
    member: str | None = None
    """Whose key it is, as a keyed hash; a program's own key belongs to nobody."""

    @property
    def who(self) -> str:
        """Whoever acts: two keys of one person are one approver."""
        return self.member or self.key_id

    def person(self) -> str:
        """Who decides where two people must. Raises InsufficientScope: a program is nobody."""
        if self.member is None:
            raise InsufficientScope("this needs the key of a person, not a program's own")
        return self.member

    def check(self, scope: str) -> None:
        if scope not in self.scopes:
            raise InsufficientScope(f"this key does not have the scope {scope}")

    def company_for(self, scope: str) -> CompanyId:
        """The company this key speaks for. Raises InsufficientScope."""
        self.check(scope)
        if self.company_id is None:
            raise InsufficientScope("this key speaks for no company")
        return self.company_id
