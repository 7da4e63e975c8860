"""how an attempt ended -> is its endpoint still worth sending to? -> noted; if not, said."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from shared.contracts.events import EndpointDisabled
from shared.domain.endpoint import Endpoint
from shared.domain.endpoint_health import Disabled, Health, disabled, heard
from shared.domain.errors import NotFound
from shared.domain.redelivery import Outcome
from shared.ports.webhooks import Standing
from shared.retry import retry_on_conflict

EXACT: Final = timedelta(minutes=10)
"""How exactly the last failure's time is kept: not every failure need be written."""


@retry_on_conflict
def note(known: Endpoint, outcome: Outcome, *, endpoints: Standing, now: datetime) -> bool:
    """Whether it was disabled by this.

    Args:
        known: as it was before the attempt. Where that says nothing new, nothing is read.

    Raises:
        Conflict: it changed four times meanwhile.
    """
    if not _is_news(known.health, outcome, now):
        return False
    try:
        endpoint = endpoints.find(known.company_id, known.endpoint_id)
    except NotFound:
        return False
    if not endpoint.is_on or endpoint.url != known.url:
        return False  # the company was quicker: this says nothing of what is there now
    health = heard(endpoint.health, outcome, now)
    why = disabled(health, outcome)
    if why is None:
        endpoints.change(endpoint, replace(endpoint, health=health))
        return False
    after = replace(endpoint, health=health, disabled=why, disabled_at=now)
    endpoints.change(endpoint, after, _said(after, why, now))
    return True


def _is_news(known: Health, outcome: Outcome, now: datetime) -> bool:
    after = heard(known, outcome, now)
    if disabled(after, outcome) or after.days != known.days or after.failing_since is None:
        return after != known
    return known.failed_at is None or now - known.failed_at >= EXACT


def _said(endpoint: Endpoint, why: Disabled, now: datetime) -> EndpointDisabled:
    return EndpointDisabled(
        event_id=f"endpoint_disabled:{endpoint.endpoint_id}:{endpoint.version}",
        occurred_at=now,
        company_id=endpoint.company_id,
        endpoint_id=endpoint.endpoint_id,
        why=why.value,
    )
