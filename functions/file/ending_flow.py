"""somebody withdrew or is to be forgotten -> what ran for them with companies is over."""

from datetime import datetime

from shared.domain.ids import CandidateId
from shared.domain.recommendation import Recommendation, Side, Stage
from shared.domain.tokyo import day
from shared.ports.candidates import CandidateFiles
from shared.ports.hiring import Recommendations
from shared.retry import retry_on_conflict


def end(
    candidate_id: CandidateId,
    left_at: datetime,
    *,
    files: CandidateFiles,
    recommendations: Recommendations,
    now: datetime,
) -> None:
    """Stopped anywhere, the next call does the rest. Who came back keeps what they began since.

    Raises:
        CandidateNotFound
        Conflict: one moved on four times meanwhile; deliver again.
    """
    file = files.find(candidate_id)
    for name in (file.candidate_id, *file.merged_from):
        for found in recommendations.of_file(name):
            if found.asked_at <= left_at or not file.is_open:
                _end(found, name, recommendations, now)


@retry_on_conflict
def _end(
    known: Recommendation, name: CandidateId, recommendations: Recommendations, now: datetime
) -> None:
    """Under the name it is a part of now: there its open question is."""
    of = known.company_id, known.job_order_id, known.recommendation_id
    before = recommendations.find(*of)
    if before.is_running:
        after = before.moved(Stage.DECLINED, declined_by=Side.CANDIDATE, candidate_id=name)
        recommendations.decline(before, after, day(now))
