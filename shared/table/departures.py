"""A company leaves: from now on nothing counts for it, and its credits have an end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from shared.domain.company import CompanyState
from shared.domain.errors import RelayError, StateForbids
from shared.domain.ids import CompanyId
from shared.table import keys
from shared.table.codec import stamp
from shared.table.commit import Table
from shared.table.runoffs import looked_after

if TYPE_CHECKING:
    from shared.contracts.events import CompanyLeft


def _not_in(old: dict[str, Any]) -> RelayError:
    return StateForbids("this company is not taking part", old.get("state", "unknown"))


@dataclass(frozen=True, slots=True)
class Departures:
    table: Table

    def leave(self, event: CompanyLeft) -> None:
        """Raises StateForbids, Conflict."""
        company_id = CompanyId(event.company_id)
        at: datetime = event.occurred_at
        self.table.commit(
            self.table.change(
                keys.company(company_id),
                state_in=[CompanyState.ACTIVE, CompanyState.SUSPENDED],
                put={
                    "state": CompanyState.LEFT,
                    "left_at": stamp(at),
                    "usable_until": stamp(event.usable_until),
                    **looked_after(at),
                },
                refusal=_not_in,
            ),
            self.table.change(keys.tally(company_id), put={"active": False}),
            self.table.outbox(event),
        )
