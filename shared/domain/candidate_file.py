"""A candidate as the agency knows them: one file per person, however often they registered."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from shared.domain.consent import Consents
from shared.domain.ids import CandidateId, CompanyId, PersonKey
from shared.domain.locale import Locale
from shared.domain.registration import Candidate


class Search(StrEnum):
    """What the candidate last told us."""

    LOOKING = "looking"
    FOUND = "found"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class CandidateFile:
    """`person` is who they are, as a keyed hash; `candidate` what they typed last.

    Args:
        contact_by: an adviser writes before then; None once one has.
        let_go_by: the companies whose links they came by, first one first.
        not_solicited_until: placed by us, so not asked to move on for two years (S10).
    """

    candidate_id: CandidateId
    person: PersonKey
    candidate: Candidate
    consents: Consents
    locale: Locale
    opened_at: datetime
    contact_by: datetime | None
    let_go_by: tuple[CompanyId, ...] = ()
    search: Search = Search.LOOKING
    adviser: str | None = None
    blocked: tuple[str, ...] = ()
    """Companies the candidate does not want to be shown to, in their own words."""
    not_solicited_until: date | None = None
    erased_at: datetime | None = None
