"""Requests about people's data: one item each, in one partition by when they were opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from shared.domain.asked_of_us import kept_until, waits_since
from shared.domain.errors import Conflict, NotFound
from shared.domain.ids import CandidateId, PersonKey
from shared.domain.registration import MAX_TRIES
from shared.domain.rights import CameBy, Ground, RightsRequest, RightsState, Wanted
from shared.table import keys
from shared.table.asked_of_us import theirs
from shared.table.codec import due, moment, optional_moment, stamp
from shared.table.commit import Table
from shared.table.hourly import one_more_code
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import RightsCodeAsked

type Found = tuple[Sequence[RightsRequest], str | None]
_TIMES = ("code_until", "proved_at", "closed_at", "erased_at")


@dataclass(frozen=True, slots=True)
class RightsRequests:
    table: Table

    def add(self, new: RightsRequest) -> None:
        waits = due(keys.inbox(keys.Inbox.RIGHTS), waits_since(new.received_on))
        self.table.commit(
            *theirs(new.candidate_id, new.request_id),
            self.table.new(keys.rights_request(new.request_id), _item(new) | waits),
        )

    def whose(self, person: PersonKey) -> CandidateId | None:
        """Whose file an address leads to; None for one nobody has any more."""
        item = self.table.get(keys.whose_file(person)) or {}
        return CandidateId(item["candidate_id"]) if "candidate_id" in item else None

    def find(self, request_id: str) -> RightsRequest:
        """Raises NotFound."""
        item = self.table.get(keys.rights_request(request_id))
        if item is None:
            raise NotFound("no such request")
        return _request(item)

    def open(self, *, limit: int, after: str | None) -> Found:
        """The one received first comes first; as it was a moment ago."""
        items, following = self.table.inbox(keys.Inbox.RIGHTS, limit=limit, after=after)
        return [_request(item) for item in items], following

    def all(self, *, limit: int, after: str | None) -> Found:
        """Newest first."""
        where = keys.RIGHTS, keys.RIGHTS_PREFIX
        items, following = self.table.page(*where, limit=limit, after=after, newest=True)
        return [_request(item) for item in items], following

    def change(self, before: RightsRequest, after: RightsRequest) -> None:
        """Raises Conflict."""
        self.table.commit(self._swap(before, after))

    def forget(self, request_id: str, now: datetime) -> None:
        """Words; one that came to its end is gone with them. Raises Conflict."""
        if item := self.table.get(keys.rights_request(request_id)):
            before = _request(item)
            self.change(before, before.erased(now))

    def send_code(
        self, before: RightsRequest, after: RightsRequest, event: RightsCodeAsked, now: datetime
    ) -> None:
        """Raises Conflict; TooManyRequests: five for this person in this hour."""
        self.table.commit(
            self._swap(before, after),
            one_more_code(self.table, f"RIGHTS#{before.candidate_id}", now),
            self.table.outbox(event),
        )

    def try_code(self, request_id: str, now: datetime) -> tuple[RightsRequest, bool]:
        """Take one of the five tries; False where none could be taken. Raises NotFound."""
        item, tried = self.table.changed(
            keys.rights_request(request_id),
            guards=[("tries", "<", MAX_TRIES), ("code_until", ">", stamp(now))],
            add={"tries": 1},
        )
        if item is None:
            raise NotFound("no such request")
        return _request(item), tried

    def _swap(self, before: RightsRequest, after: RightsRequest) -> Write:
        was, item = _item(before), _item(after)
        if after.closed_at:
            item[keys.EXPIRES] = int(kept_until(after.closed_at).timestamp())
        return self.table.change(
            keys.rights_request(before.request_id),
            guards=[("version", "=", before.version)],
            put={name: value for name, value in item.items() if was.get(name) != value},
            add={"version": 1},
            remove=() if after.is_open else keys.DUE,
            refusal=lambda _: Conflict("the request was changed meanwhile"),
        )


def _item(request: RightsRequest) -> dict[str, Any]:
    values = asdict(request)
    times = ("opened_at", *_TIMES)
    stamped = {name: stamp(values[name]) for name in times if values[name]}
    return values | stamped | {"received_on": str(request.received_on)}


def _request(item: dict[str, Any]) -> RightsRequest:
    kept = {k: v for k, v in item.items() if k in RightsRequest.__dataclass_fields__}
    return RightsRequest(
        **{
            **kept,
            "wanted": Wanted(item["wanted"]),
            "came_by": CameBy(item["came_by"]),
            "received_on": date.fromisoformat(item["received_on"]),
            "candidate_id": item.get("candidate_id"),
            "opened_at": moment(item["opened_at"]),
            "state": RightsState(item["state"]),
            "ground": Ground(item["ground"]) if item.get("ground") else None,
            **{name: optional_moment(item.get(name)) for name in _TIMES},
        }
    )
