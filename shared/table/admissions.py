"""Companies as the agency lists them, and the acts that let one go on or not."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from shared.domain.admission import Admission
from shared.domain.company import CompanyState
from shared.domain.errors import CompanyNotFound, Conflict
from shared.domain.ids import CompanyId
from shared.table import company_item, keys
from shared.table.codec import optional_moment, stamp
from shared.table.commit import Table
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import CompanyResumed, CompanySuspended

ROUNDS: Final = 2
"""Queries one page may cost where most companies are in another state."""
LOOKED_AT: Final = 5000
"""Companies looked through at once for those in a state that few are in."""
FEW: Final = frozenset({CompanyState.SUSPENDED, CompanyState.LEFT})
MOST_LINKS: Final = 1000


def _moved(_: object) -> Conflict:
    return Conflict("the company changed meanwhile")


@dataclass(frozen=True, slots=True)
class Admissions:
    table: Table

    def find(self, company_id: CompanyId) -> Admission:
        """Raises CompanyNotFound."""
        return admission(self.table.get(keys.company(company_id)))

    def waiting(self, *, limit: int, after: str | None) -> tuple[Sequence[Admission], str | None]:
        items, following = self.table.inbox(keys.Inbox.COMPANIES, limit=limit, after=after)
        return [admission(item) for item in items], following

    def let_in(
        self, state: CompanyState, *, limit: int, after: str | None
    ) -> tuple[Sequence[Admission], str | None]:
        """Those in this state of the next that were let in, or were not; a page may hold fewer."""
        found, at_once = (
            list[dict[str, Any]](),
            LOOKED_AT if state in FEW else limit,
        )
        partition = keys.REFUSED if state is CompanyState.REFUSED else keys.COMPANIES
        for _ in range(ROUNDS):
            shown, after = self.table.listed(partition, limit=at_once, after=after)
            found += [item for item in shown if item["state"] == state]
            if len(found) >= limit or after is None:
                break
        if len(found) > limit:
            after = _behind(found[limit - 1])
        read = self._read(found[:limit]) if found else []
        return [one for one in read if one.company.state is state], after

    def _read(self, shown: Sequence[dict[str, Any]]) -> list[Admission]:
        wanted = [keys.Key(item[keys.PARTITION], item[keys.SORT]) for item in shown]
        found = self.table.get_all(*wanted)
        return [admission(item) for item in found if item]

    def links(self, company_id: CompanyId) -> int:
        """How many it has; counted up to 1,000."""
        partition = keys.of_company(company_id)
        items, _ = self.table.page(partition, keys.LINK_PREFIX, limit=MOST_LINKS, after=None)
        return len(items)

    def refuse(self, company_id: CompanyId, now: datetime) -> None:
        """Raises Conflict."""
        self.table.commit(
            self.table.change(
                keys.company(company_id),
                state_in=[CompanyState.PENDING_REVIEW],
                put={
                    "state": CompanyState.REFUSED,
                    "refused_at": stamp(now),
                    keys.COMPANY_PARTITION: keys.REFUSED,
                    keys.COMPANY_SORT: stamp(now),
                },
                remove=keys.DUE,
                refusal=_moved,
            )
        )

    def suspend(self, event: CompanySuspended) -> None:
        """Nothing counts for it meanwhile. Raises Conflict."""
        self.table.commit(*self._turned(event, CompanyState.ACTIVE, CompanyState.SUSPENDED))

    def resume(self, event: CompanyResumed) -> None:
        """Raises Conflict."""
        self.table.commit(*self._turned(event, CompanyState.SUSPENDED, CompanyState.ACTIVE))

    def _turned(
        self, event: CompanySuspended | CompanyResumed, before: CompanyState, after: CompanyState
    ) -> tuple[Write, ...]:
        company_id = CompanyId(event.company_id)
        key, put = keys.company(company_id), {"state": after}
        active = {"active": after is CompanyState.ACTIVE}
        return (
            self.table.change(key, state_in=[before], put=put, refusal=_moved),
            self.table.change(keys.tally(company_id), put=active, refusal=_moved),
            self.table.outbox(event),
        )


def _behind(shown: dict[str, Any]) -> str:
    """Where a page of index `by_company` goes on after this one."""
    place = (keys.PARTITION, keys.SORT, keys.COMPANY_PARTITION, keys.COMPANY_SORT)
    return json.dumps({name: shown[name] for name in place}, sort_keys=True)


def admission(item: dict[str, Any] | None) -> Admission:
    """Raises CompanyNotFound."""
    if item is None:
        raise CompanyNotFound("no such company")
    times = (optional_moment(item.get(name)) for name in ("approved_at", "refused_at"))
    return Admission(company_item.from_item(item), *times)
