"""Who wants to see a sentence of the library in their own mailbox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from shared.domain.errors import NotFound, RelayError, TooManyRequests
from shared.domain.ids import CompanyId, LinkId
from shared.table import keys
from shared.table.commit import Table
from shared.table.hourly import one_more

if TYPE_CHECKING:
    from shared.contracts.events import SampleAsked

AN_HOUR: Final = 10
"""So many samples one member may ask for."""


def _no_link(_: dict[str, Any]) -> RelayError:
    return NotFound("no such link")


def _too_many(_: dict[str, Any]) -> RelayError:
    return TooManyRequests("too many samples; wait an hour", retry_after=3600)


@dataclass(frozen=True, slots=True)
class Samples:
    table: Table

    def ask(self, event: SampleAsked, now: datetime) -> None:
        """Raises NotFound: no such link; TooManyRequests; AlreadyDone: it was asked for before."""
        link = keys.link(CompanyId(event.company_id), LinkId(event.link_id))
        who = f"SAMPLE#{event.company_id}#{event.member_id}"
        self.table.commit(
            self.table.check(link, guards=[], refusal=_no_link),
            one_more(self.table, who, AN_HOUR, now, _too_many),
            self.table.outbox(event),
        )
