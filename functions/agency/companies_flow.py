"""a company that asked, or is in -> may this act start there? -> let in, refused, stopped."""

from datetime import datetime

from shared.contracts.events import CompanyApproved, CompanyResumed, CompanySuspended
from shared.domain.admission import is_new
from shared.domain.company import CompanyState
from shared.domain.errors import AlreadyDone, Conflict
from shared.domain.ids import CompanyId
from shared.ports.companies import Admissions, Companies
from shared.retry import retry_on_conflict

PENDING, ACTIVE = CompanyState.PENDING_REVIEW, CompanyState.ACTIVE
ONCE = "%Y%m%dT%H%M%S%f"
"""A company may be suspended more than once; each time has its own moment."""


@retry_on_conflict
def approve(company_id: CompanyId, *, companies: Companies, now: datetime) -> None:
    """Twice is once. Raises CompanyNotFound, StateForbids."""
    if not is_new(companies.find(company_id), PENDING, ACTIVE):
        return
    approved = CompanyApproved(
        event_id=f"approved:{company_id}", occurred_at=now, company_id=company_id
    )
    try:
        companies.approve(company_id, approved, now)
    except AlreadyDone as moved:
        raise Conflict("the company changed meanwhile") from moved


@retry_on_conflict
def refuse(
    company_id: CompanyId, *, companies: Companies, admissions: Admissions, now: datetime
) -> None:
    """Raises CompanyNotFound, StateForbids."""
    if is_new(companies.find(company_id), PENDING, CompanyState.REFUSED):
        admissions.refuse(company_id, now)


@retry_on_conflict
def suspend(
    company_id: CompanyId, *, companies: Companies, admissions: Admissions, now: datetime
) -> None:
    """Raises CompanyNotFound, StateForbids."""
    if is_new(companies.find(company_id), ACTIVE, CompanyState.SUSPENDED):
        name = f"suspended:{company_id}:{now:{ONCE}}"
        said = CompanySuspended(event_id=name, occurred_at=now, company_id=company_id)
        admissions.suspend(said)


@retry_on_conflict
def resume(
    company_id: CompanyId, *, companies: Companies, admissions: Admissions, now: datetime
) -> None:
    """Raises CompanyNotFound, StateForbids."""
    if is_new(companies.find(company_id), CompanyState.SUSPENDED, ACTIVE):
        name = f"resumed:{company_id}:{now:{ONCE}}"
        admissions.resume(CompanyResumed(event_id=name, occurred_at=now, company_id=company_id))
