"""That somebody was erased: which file, when it was asked for and done, and nothing of them."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from shared.domain.ids import CandidateId
from shared.domain.tokyo import TOKYO, day, years_after

PROOF_YEARS: Final = 3
"""As long as the longest record the law has us keep of a candidate."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """`files`: with those that were merged into it."""

    candidate_id: CandidateId
    at: datetime
    files: int
    asked_at: datetime | None = None


def proof_kept_until(at: datetime) -> datetime:
    return datetime.combine(years_after(day(at), PROOF_YEARS), time(), TOKYO)
