"""A company asks to take part, by a program or on the page; the agency decides."""

from datetime import datetime

from shared.contracts.company import CompanyRequest
from shared.domain.company import Company, CompanyState
from shared.domain.ids import CompanyId
from shared.domain.once import Once, Reply
from shared.ports.companies import Companies
from shared.retry import retry_on_conflict


def drawn_up(asked: CompanyRequest, company_id: CompanyId, *, now: datetime) -> Company:
    return Company(
        company_id=company_id,
        name=asked.name,
        contact_email=asked.contact_email,
        contact_name=asked.contact_name,
        locale=asked.locale,
        state=CompanyState.PENDING_REVIEW,
        created_at=now,
        industry=asked.industry,
        size_band=asked.size_band,
    )


@retry_on_conflict
def ask(
    company: Company, *, visitor: str, once: Once | None, reply: Reply, companies: Companies
) -> None:
    """Raises Answered, IdempotencyMismatch, TooManyRequests."""
    companies.ask(company, visitor, once, reply)
