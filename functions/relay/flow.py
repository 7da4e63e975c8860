"""somebody joined -> who let them go? -> one more person on the edge between the two."""

from datetime import datetime

from shared.contracts.events import CandidateJoined, RelayFormed
from shared.domain.errors import AlreadyDone
from shared.domain.ids import CompanyId, JobOrderId, RecommendationId
from shared.ports.candidates import CandidateFiles
from shared.ports.hiring import Relays
from shared.retry import retry_on_conflict


@retry_on_conflict
def relay(fact: CandidateJoined, *, relays: Relays, files: CandidateFiles, now: datetime) -> bool:
    """Whether they count towards a name is by what they allow now that they joined.

    True if this call put them on an edge; False if they are on it, or nobody let them go.

    Raises:
        Conflict: the edge moved four times meanwhile; deliver again.
    """
    found = relays.joined(
        CompanyId(fact.company_id),
        JobOrderId(fact.job_order_id),
        RecommendationId(fact.recommendation_id),
    )
    if found is None or found[1] or found[0].referred_by is None:
        return False
    joined, referred_by = found[0], found[0].referred_by
    is_new = not relays.is_known(referred_by, joined.company_id)
    formed = _formed(referred_by, joined.company_id, now) if is_new else None
    allowed = files.find(joined.candidate_id).consents.statistics
    try:
        relays.form(joined, referred_by, formed, open_people=int(allowed))
    except AlreadyDone:
        return False
    return True


def _formed(referred_by: CompanyId, hired_by: CompanyId, now: datetime) -> RelayFormed:
    return RelayFormed(
        event_id=f"relay:{referred_by}:{hired_by}",
        occurred_at=now,
        referred_by=referred_by,
        hired_by=hired_by,
    )
