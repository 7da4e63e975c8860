"""Complaints: one item each, all in one partition by when they were noted. None is edited away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from shared.domain.asked_of_us import kept_until, waits_since
from shared.domain.complaint import Complainant, Complaint, ComplaintKind, Step
from shared.domain.errors import Conflict, NotFound
from shared.table import keys
from shared.table.asked_of_us import theirs
from shared.table.codec import due, moment, optional_moment, stamp
from shared.table.commit import Table
from shared.table.many import many

type Found = tuple[Sequence[Complaint], str | None]
_TIMES = ("closed_at", "erased_at")


@dataclass(frozen=True, slots=True)
class Complaints:
    table: Table

    def add(self, new: Complaint) -> None:
        waits = due(keys.inbox(keys.Inbox.COMPLAINTS), waits_since(new.received_on))
        self.table.commit(
            *theirs(new.candidate_id, new.complaint_id),
            self.table.new(keys.complaint(new.complaint_id), _item(new) | waits),
        )

    def find(self, complaint_id: str) -> Complaint:
        """Raises NotFound."""
        item = self.table.get(keys.complaint(complaint_id))
        if item is None:
            raise NotFound("no such complaint")
        return _complaint(item)

    def open(self, *, limit: int, after: str | None) -> Found:
        """The one received first comes first; as it was a moment ago."""
        items, following = self.table.inbox(keys.Inbox.COMPLAINTS, limit=limit, after=after)
        return [_complaint(item) for item in items], following

    def all(self, *, limit: int, after: str | None) -> Found:
        """Newest first."""
        where = keys.COMPLAINTS, keys.COMPLAINT_PREFIX
        items, following = self.table.page(*where, limit=limit, after=after, newest=True)
        return [_complaint(item) for item in items], following

    def many(self, *, most: int, after: str | None) -> Found:
        """As `all`, of more than DynamoDB hands over at once."""
        return many(self.all, most, after)

    def change(self, before: Complaint, after: Complaint) -> None:
        """Raises Conflict."""
        was, item = _item(before), _item(after)
        if is_closed := after.closed_at is not None:
            item[keys.EXPIRES] = int(kept_until(after.closed_at).timestamp())
        write = self.table.change(
            keys.complaint(before.complaint_id),
            guards=[("version", "=", before.version)],
            put={name: value for name, value in item.items() if was.get(name) != value},
            add={"version": 1},
            remove=keys.DUE if is_closed else (),
            refusal=lambda _: Conflict("the complaint was changed meanwhile"),
        )
        self.table.commit(write)

    def forget(self, complaint_id: str, now: datetime) -> None:
        """Words; one that came to its end is gone with them. Raises Conflict."""
        if item := self.table.get(keys.complaint(complaint_id)):
            before = _complaint(item)
            self.change(before, before.erased(now))


def _item(complaint: Complaint) -> dict[str, Any]:
    return asdict(complaint) | {
        "received_on": str(complaint.received_on),
        "noted_at": stamp(complaint.noted_at),
        **{name: stamp(at) if (at := getattr(complaint, name)) else None for name in _TIMES},
        "steps": [
            {"at": stamp(step.at), "who": step.who, "text": step.text} for step in complaint.steps
        ],
    }


def _complaint(item: dict[str, Any]) -> Complaint:
    kept = {k: v for k, v in item.items() if k in Complaint.__dataclass_fields__}
    return Complaint(
        **{
            **kept,
            "received_on": date.fromisoformat(item["received_on"]),
            "noted_at": moment(item["noted_at"]),
            "by": Complainant(item["by"]),
            "kind": ComplaintKind(item["kind"]),
            "steps": [Step(**{**step, "at": moment(step["at"])}) for step in item["steps"]],
            **{name: optional_moment(item.get(name)) for name in _TIMES},
        }
    )
