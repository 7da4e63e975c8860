"""What the agency adds to a register, by a key or by hand; by hand it rests on what was shown."""

from collections.abc import Mapping
from typing import Any

from shared.acts import Act
from shared.contracts.register_amendments import Amended, EmployerAmended, FeeAmended, SeekerAmended
from shared.domain.amendment import FeeAmendment, SeekerAmendment
from shared.domain.ids import CandidateId, CompanyId, RecommendationId
from shared.domain.tokyo import day
from shared.retry import retry_on_conflict
from shared.table.companies import Companies
from shared.table.register_amendments import RegisterAmendments
from shared.wires import table

type Seen = Mapping[str, Any] | None
"""The values a person had before them; None asks for no such thing."""


def seeker(
    doing: Act, candidate_id: str, asked: SeekerAmended, seen: Seen = None, **why: str
) -> None:
    """Raises InvalidRequest, CandidateNotFound, StateForbids."""
    registers = _written(doing, "seeker", candidate_id, why)
    told = SeekerAmendment(asked.address, asked.born_on, asked.remark)
    told.check(day(doing.now))
    with doing.answering():
        retry_on_conflict(registers.seeker)(CandidateId(candidate_id), told, seen)


def employer(
    doing: Act, company_id: str, asked: EmployerAmended, seen: Seen = None, **why: str
) -> None:
    """Raises CompanyNotFound, StateForbids."""
    registers = _written(doing, "employer", company_id, why)
    found = Companies(table()).find(CompanyId(company_id)).company_id
    with doing.answering():
        retry_on_conflict(registers.employer)(found, asked.address, asked.phone, seen)


def fee(
    doing: Act,
    month: str,
    recommendation_id: str,
    asked: FeeAmended,
    seen: Seen = None,
    **why: str,
) -> None:
    """Raises InvalidRequest, RecommendationNotFound, StateForbids."""
    registers = _written(doing, "fee", recommendation_id, why)
    row = registers.fee(month, RecommendationId(recommendation_id))
    told = FeeAmendment(asked.collected_on, asked.refund_jpy, asked.stay, asked.remark)
    told.check(row, day(doing.now))
    with doing.answering():
        retry_on_conflict(registers.amend)(row, month, told, seen)


def _written(doing: Act, what: str, about: str, why: Mapping[str, str]) -> RegisterAmendments:
    return RegisterAmendments(doing.telling(f"register.{what}", about, why, Amended()))
