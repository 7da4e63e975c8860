"""What a candidate reads of themselves: their file, and what lies beside it that is theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from shared.domain import asking
from shared.domain.candidate_file import CandidateFile, Search, WaitsFor
from shared.domain.candidate_screen import Agreed, JobAnswer
from shared.domain.cv import Cv
from shared.domain.job_order import JobOrder
from shared.domain.provision import KEPT_YEARS, Provision
from shared.domain.recommendation import Recommendation
from shared.domain.tokyo import day, years_after


class Standing(StrEnum):
    """How far it is, as the page says it first."""

    AWAITED = "awaited"
    LATE = "late"
    REPLY = "reply"
    REPLY_LATE = "reply_late"
    ADVISED = "advised"
    UNDER_WAY = "under_way"
    FOUND = "found"
    PAUSED = "paused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Introduction:
    """A job they were asked about; the company's name is none where it is gone."""

    recommendation: Recommendation
    order: JobOrder | None = None
    company_name: str | None = None

    def waits(self, now: datetime) -> bool:
        """For their answer, and it may still be given."""
        return bool(
            self.order
            and self.recommendation.answered_at is None
            and asking.may_answer(self.recommendation, self.order, now)
        )

    def may_answer(self, now: datetime) -> bool:
        return bool(self.order and asking.may_answer(self.recommendation, self.order, now))


@dataclass(frozen=True, slots=True)
class Own:
    """
    Args:
        introductions: the newest first.
        agreed: what they agreed to over time, oldest first; `answers` for a job.
    """

    file: CandidateFile
    introductions: Sequence[Introduction] = ()
    provisions: Sequence[Provision] = ()
    agreed: Sequence[Agreed] = ()
    answers: Sequence[JobAnswer] = ()
    cv: Cv | None = None


def standing(file: CandidateFile, now: datetime) -> Standing:
    if file.withdrawn_at:
        return Standing.WITHDRAWN
    if file.waits_for is WaitsFor.FIRST_CONTACT and file.contact_by:
        return Standing.LATE if file.is_overdue(now) else Standing.AWAITED
    if file.contact_by:
        return Standing.REPLY_LATE if file.is_overdue(now) else Standing.REPLY
    match file.search:
        case Search.FOUND:
            return Standing.FOUND
        case Search.PAUSED:
            return Standing.PAUSED
    return Standing.ADVISED if file.adviser else Standing.UNDER_WAY


def provision_kept_until(made: Provision) -> date:
    return years_after(day(made.at), KEPT_YEARS)
