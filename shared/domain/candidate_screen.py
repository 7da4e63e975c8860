"""A candidate on one screen: the file, with what lies beside it and the names it speaks of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.domain.candidate_file import CandidateFile
from shared.domain.consent import Consents
from shared.domain.ids import CompanyId, JobOrderId, LinkId, RecommendationId, RegistrationId
from shared.domain.message import Message
from shared.domain.recommendation import Item, Recommendation, Stage


@dataclass(frozen=True, slots=True)
class Came:
    """A registration, and what became of it. A name is None where nobody has it any more."""

    registration_id: RegistrationId
    company_id: CompanyId
    link_id: LinkId
    submitted_at: datetime
    company_name: str | None = None
    link_label: str | None = None
    state: str | None = None
    reason: str | None = None
    signals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreed:
    """`registration_id` is the one it was said with; None where it was said otherwise."""

    consents: Consents
    at: datetime
    registration_id: RegistrationId | None = None


@dataclass(frozen=True, slots=True)
class JobAnswer:
    """What they answered when a company was to be shown `items` for a job; the last one stands."""

    answer: Stage
    recommendation_id: RecommendationId
    company_id: CompanyId
    job_order_id: JobOrderId
    items: tuple[Item, ...]
    text_version: str
    method: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Act:
    """`version` is the one of the file that it changed."""

    act: str
    by: str
    at: datetime
    version: int = 0


@dataclass(frozen=True, slots=True)
class Introduced:
    """A job they were asked about. A name is None where nobody has it any more."""

    recommendation: Recommendation
    company_name: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Screen:
    """
    Args:
        thread: newest first, with where it goes on.
        acts: the last ones; `acts_before` is where those before them begin.
        names: of companies, by id.
        undecided: those of the duplicates that wait for a word.
        recommendations: as they are kept; `introduced` the newest of them, with what came of each.
    """

    file: CandidateFile
    registrations: Sequence[Came]
    agreed: Sequence[Agreed]
    acts: Sequence[Act]
    thread: tuple[Sequence[Message], str | None]
    names: Mapping[str, str]
    recommendations: Sequence[Mapping[str, Any]] = ()
    cvs: Sequence[Mapping[str, Any]] = ()
    duplicates: Sequence[str] = ()
    undecided: Sequence[str] = ()
    job_answers: Sequence[JobAnswer] = ()
    introduced: Sequence[Introduced] = ()
    acts_before: str | None = None
