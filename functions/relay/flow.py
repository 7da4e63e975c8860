"""somebody joined -> who let them go? -> one more person on the edge between the two."""

from datetime import datetime

from shared.contracts.events import CandidateJoined, PartnerShown, RelayFormed
from shared.contracts.figure_facts import partners
from shared.domain.errors import AlreadyDone
from shared.domain.ids import CompanyId, JobOrderId, RecommendationId
from shared.domain.recommendation import Recommendation
from shared.domain.relay import Direction, one_more, shown
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
    allowed = int(files.find(joined.candidate_id).consents.statistics)
    rows = _shown(joined, referred_by, allowed, relays, now)
    try:
        relays.form(joined, referred_by, formed, *rows, open_people=allowed)
    except AlreadyDone:
        return False
    return True


def _shown(
    joined: Recommendation,
    referred_by: CompanyId,
    open_people: int,
    relays: Relays,
    now: datetime,
) -> list[PartnerShown]:
    """What either of the two reads of then, and did not before: three people make a row."""
    ends = (
        (referred_by, Direction.TO, joined.company_id),
        (joined.company_id, Direction.FROM, referred_by),
    )
    found = list[PartnerShown]()
    for mine, direction, partner in ends:
        before = list(relays.edges(mine))
        after = one_more(before, direction, partner, open_people)
        companies = relays.companies(mine, *(edge.partner_id for edge in after))
        own, of = companies[mine], f"{direction}:{joined.recommendation_id}"
        rows = shown(own, before, companies), shown(own, after, companies)
        found += partners(mine, of, *rows, now)
    return found


def _formed(referred_by: CompanyId, hired_by: CompanyId, now: datetime) -> RelayFormed:
    return RelayFormed(
        event_id=f"relay:{referred_by}:{hired_by}",
        occurred_at=now,
        referred_by=referred_by,
        hired_by=hired_by,
    )
