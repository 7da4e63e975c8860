"""A company takes back a window of a link: whoever comes in it does not count from now on."""

from datetime import datetime

from shared.contracts.void import VoidRequest
from shared.domain.errors import StateForbids
from shared.domain.ids import CompanyId, LinkId
from shared.domain.void import AT_ONCE, Span, VoidWindow, check, still_open
from shared.ports.companies import Links
from shared.ports.registering import Voids
from shared.retry import retry_on_conflict


def drawn_up(
    asked: VoidRequest, name: tuple[CompanyId, LinkId], window_id: str, *, now: datetime
) -> VoidWindow:
    company_id, link_id = name
    return VoidWindow(
        window_id=window_id,
        company_id=company_id,
        link_id=link_id,
        span=Span(asked.since, asked.until),
        reason=asked.reason,
        made_at=now,
    )


@retry_on_conflict
def void(window: VoidWindow, *, links: Links, voids: Voids) -> None:
    """Registrations made before are judged anew by `judge`, those of the window first.

    Raises:
        InvalidRequest, LinkNotFound
        StateForbids: the link has as many open windows as a link may have.
    """
    check(window.span, window.made_at)
    before = links.find(window.company_id, window.link_id)
    spans = still_open((*before.windows, window.span), window.made_at)
    if len(spans) > AT_ONCE:
        raise StateForbids(f"{AT_ONCE} windows of this link are still open", "voided")
    voids.add(window, before, before.voided(spans))
