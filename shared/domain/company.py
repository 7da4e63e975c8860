"""A referring company, and the people who may not refer themselves."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shared.domain.errors import CompanyNotActive, StateForbids
from shared.domain.ids import CompanyId
from shared.domain.locale import Locale


class CompanyState(StrEnum):
    PENDING_REVIEW = "pending_review"
    REFUSED = "refused"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Company:
    company_id: CompanyId
    name: str
    contact_email: str
    contact_name: str
    locale: Locale
    state: CompanyState
    created_at: datetime
    industry: str | None = None
    size_band: str | None = None
    usable_until: datetime | None = None
    """A company that left may spend its credits until then."""
    shows_partners: bool = False
    """It agreed to be named to companies it is in a relay with."""
    terms_version: str | None = None
    """The newest version of the companies' terms an owner of it agreed to."""

    def check_active(self) -> None:
        """Raise CompanyNotActive before approval and while suspended, StateForbids once it left."""
        if self.state is not CompanyState.ACTIVE:
            raise not_active(self.state)

    def check_may_spend(self, now: datetime) -> None:
        """As `check_active`, but not where one that left may still spend its credits."""
        if self.state is CompanyState.LEFT and self.usable_until and self.usable_until > now:
            return
        self.check_active()


def not_active(state: str) -> CompanyNotActive | StateForbids:
    """Who left does not come back: that is told by its state."""
    if state == CompanyState.LEFT:
        return StateForbids("this company left the programme", state)
    return CompanyNotActive(f"this company is {state}")
