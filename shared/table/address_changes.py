"""A candidate's move to another address: asked for, tried, done with all that leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from shared.domain.address_change import AddressChange
from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import Conflict, NotFound, RelayError, StateForbids
from shared.domain.ids import CandidateId, PersonKey
from shared.domain.registration import MAX_TRIES
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from shared.table.codec import moment, optional_moment, stamp
from shared.table.commit import Table
from shared.table.erasures import REMEMBERED
from shared.table.file_guards import still_kept
from shared.table.hourly import one_more_code
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import AddressAsked, AddressMoved

KEPT: Final = timedelta(days=7)
TAKEN: Final = "taken"


def _taken(_: dict[str, Any]) -> RelayError:
    return StateForbids("this address has a file of its own", TAKEN)


def _meanwhile(_: dict[str, Any]) -> RelayError:
    return Conflict("somebody moved meanwhile")


@dataclass(frozen=True, slots=True)
class AddressChanges:
    table: Table

    def ask(self, new: AddressChange, event: AddressAsked, now: datetime) -> None:
        """Raises AlreadyDone: asked with this form before; TooManyRequests, StateForbids."""
        values = {
            "change_id": new.change_id,
            "old": new.old,
            "new": new.new,
            "left": new.left,
            "person": new.person,
            "locale": new.locale,
            "code_until": stamp(new.code_until),
            "tries": new.tries,
            "asked_at": stamp(now),
            keys.EXPIRES: int((now + KEPT).timestamp()),
        }
        self.table.commit(
            self.table.new(_key(new.candidate_id, new.change_id), values),
            still_kept(new.candidate_id),
            one_more_code(self.table, f"ADDRESS#{new.person}", now),
            one_more_code(self.table, f"ADDRESS#{new.candidate_id}", now),
            self.table.outbox(event),
        )

    def find(self, candidate_id: CandidateId, change_id: str) -> AddressChange:
        """Raises NotFound."""
        item = self.table.get(_key(candidate_id, change_id))
        if item is None:
            raise NotFound("there is nothing here")
        return from_item(candidate_id, item)

    def try_code(
        self, candidate_id: CandidateId, change_id: str, now: datetime
    ) -> tuple[AddressChange, bool]:
        """Take one of the five tries; False where none could be taken. Raises NotFound."""
        item, tried = self.table.changed(
            _key(candidate_id, change_id),
            guards=[("tries", "<", MAX_TRIES), ("code_until", ">", stamp(now))],
            add={"tries": 1},
        )
        if item is None:
            raise NotFound("there is nothing here")
        return from_item(candidate_id, item), tried

    def move(
        self,
        change: AddressChange,
        before: CandidateFile,
        after: CandidateFile,
        event: AddressMoved,
        now: datetime,
    ) -> None:
        """The file, whose it is by its address, and who counts, in one commit.

        Raises:
            Conflict
            StateForbids: the new address leads to another file.
        """
        files = CandidateFiles(self.table)
        self.table.commit(
            self._led_here(change, now),
            files.swap(before, after),
            files.acted(before, "address", "candidate", now),
            *self._moved(change, now),
            self.table.change(
                _key(change.candidate_id, change.change_id),
                unset=["done_at"],
                put={"done_at": stamp(now)},
                refusal=_meanwhile,
            ),
            self.table.outbox(event),
        )

    def _led_here(self, change: AddressChange, now: datetime) -> Write:
        """Nobody's so far, let go by now, or theirs already."""
        return self.table.replace(
            keys.whose_file(change.person),
            {"candidate_id": change.candidate_id},
            unless=lambda e: (
                f"{e.name('erased_at')} <= {e.value(stamp(now))} OR "
                f"{e.name('candidate_id')} = {e.value(change.candidate_id)}"
            ),
            refusal=_taken,
        )

    def _moved(self, change: AddressChange, now: datetime) -> Iterator[Write]:
        """Nothing where it is the same address, written otherwise."""
        if change.left != change.person:
            yield self._nobodys(change, now)
            yield from self._counts_as_before(change, now)

    def _nobodys(self, change: AddressChange, now: datetime) -> Write:
        """Whoever has the old mailbox by now is a stranger; what came from it before stays."""
        until = int((now + REMEMBERED).timestamp())
        left = {"moved_to": change.candidate_id, "erased_at": stamp(now), keys.EXPIRES: until}
        return self.table.replace(
            keys.whose_file(change.left),
            left,
            unless=lambda e: f"{e.name('candidate_id')} = {e.value(change.candidate_id)}",
            refusal=_meanwhile,
        )

    def _counts_as_before(self, change: AddressChange, now: datetime) -> Iterator[Write]:
        """One person counts once in twelve months, whatever address they write from."""
        held, known = self.table.get_all(keys.person(change.left), keys.person(change.person))
        if held is None or (known and moment(known["until"]) > now):
            return
        values = {name: held[name] for name in ("reg", "company_id", "until")}
        yield self.table.replace(
            keys.person(change.person),
            values,
            unless=lambda e: f"{e.name('until')} <= {e.value(stamp(now))}",
            refusal=_meanwhile,
        )


def _key(candidate_id: CandidateId, change_id: str) -> keys.Key:
    return keys.part_of_file(candidate_id, keys.ADDRESS_PREFIX, change_id)


def from_item(candidate_id: CandidateId, item: dict[str, Any]) -> AddressChange:
    return AddressChange(
        change_id=item["change_id"],
        candidate_id=candidate_id,
        old=item["old"],
        new=item["new"],
        left=PersonKey(item["left"]),
        person=PersonKey(item["person"]),
        locale=item["locale"],
        code_until=moment(item["code_until"]),
        tries=item["tries"],
        done_at=optional_moment(item.get("done_at")),
    )
