"""Where a CV lies: what was sent and nobody looked at, and what was judged."""

from typing import Final

from shared.domain.ids import CandidateId, CvId

INCOMING: Final = "incoming/"
KEPT: Final = "kept/"


def incoming(candidate_id: CandidateId, cv_id: CvId) -> str:
    return f"{of_candidate(INCOMING, candidate_id)}{cv_id}"


def kept(candidate_id: CandidateId, cv_id: CvId) -> str:
    return f"{of_candidate(KEPT, candidate_id)}{cv_id}"


def of_candidate(prefix: str, candidate_id: CandidateId) -> str:
    """Ends with a slash: nobody's name is the beginning of another's."""
    return f"{prefix}{candidate_id}/"
