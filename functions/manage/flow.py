"""A company asks to take part."""

from shared.domain.company import Company
from shared.domain.once import Once, Reply
from shared.ports.companies import Companies
from shared.retry import retry_on_conflict


@retry_on_conflict
def ask(
    company: Company, *, visitor: str, once: Once | None, reply: Reply, companies: Companies
) -> None:
    """Raises Answered, IdempotencyMismatch, TooManyRequests."""
    companies.ask(company, visitor, once, reply)
