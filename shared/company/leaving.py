"""A company leaves the programme; its credits may be used for a while."""

from collections.abc import Callable
from datetime import datetime, timedelta

from shared.contracts.events import CompanyLeft
from shared.domain.ids import CompanyId
from shared.domain.rules import Rules
from shared.ports.companies import Departures
from shared.retry import retry_on_conflict


def usable_until(rules: Rules, now: datetime) -> datetime:
    return now + timedelta(days=rules.runoff_days)


@retry_on_conflict
def leave(
    company_id: CompanyId,
    *,
    written: Callable[[datetime], Departures],
    rules: Rules,
    now: datetime,
) -> datetime:
    """Until when its credits may be used. Raises StateForbids."""
    until = usable_until(rules, now)
    left = CompanyLeft(
        event_id=f"left:{company_id}", occurred_at=now, company_id=company_id, usable_until=until
    )
    written(until).leave(left)
    return until
