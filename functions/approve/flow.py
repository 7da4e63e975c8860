"""a company that asked -> let in, its tally and ledger opened at zero."""

from datetime import datetime

from shared.contracts.events import CompanyApproved
from shared.domain.ids import CompanyId
from shared.ports.companies import Companies


def approve(company_id: CompanyId, *, companies: Companies, now: datetime) -> None:
    """Raises CompanyNotFound; AlreadyDone: it is not waiting for approval."""
    companies.find(company_id)
    approved = CompanyApproved(
        event_id=f"approved:{company_id}", occurred_at=now, company_id=company_id
    )
    companies.approve(company_id, approved, now)
