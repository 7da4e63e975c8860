"""What the registers say of a job seeker, a job order and its employer."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shared.domain.dealing import Dealing
from shared.domain.ids import CandidateId, CompanyId, JobOrderId


class Ending(StrEnum):
    """Why a job seeker is on the register no more."""

    WITHDRAWN = "withdrawn"
    ERASED = "erased"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class SeekerRow:
    """The minimum the law asks for: it outlives the candidate's file."""

    candidate_id: CandidateId
    received_on: date
    name: str
    occupation: str | None = None
    address: str | None = None
    born_on: date | None = None
    ended_on: date | None = None
    ending: Ending | None = None
    remark: str | None = None
    dealings: tuple[Dealing, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderRow:
    job_order_id: JobOrderId
    company_id: CompanyId
    received_on: date
    openings: int
    title: str
    workplace: str = ""
    term: str = ""
    wage: str = ""
    ended_on: date | None = None
    remark: str | None = None
    dealings: tuple[Dealing, ...] = ()


@dataclass(frozen=True, slots=True)
class Employer:
    """A company as the registers name it."""

    name: str
    contact: str
    address: str | None = None
    phone: str | None = None
