"""The parts of a file, moved with it or emptied with it, a few at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched
from typing import Any, Final

from shared.domain.duplicate import BETWEEN
from shared.domain.errors import AlreadyDone, Conflict
from shared.domain.ids import CandidateId, RegistrationId
from shared.table import keys
from shared.table.commit import Table
from shared.table.expression import Expression
from shared.table.writes import Write

AT_ONCE: Final = 20
"""Parts in one transaction: three writes each at most, of a hundred."""
KEPT: Final = (keys.REGISTRATION_PREFIX, keys.RECOMMENDATION_PREFIX, keys.PROVISION_PREFIX)
"""Of an erased candidate: ids, stages and days, which companies' figures and registers rest on."""


@dataclass(frozen=True, slots=True)
class Parts:
    table: Table

    def registrations(self, candidate_id: CandidateId) -> list[RegistrationId]:
        parts = self.table.all_of(keys.of_candidate(candidate_id), keys.REGISTRATION_PREFIX)
        return [RegistrationId(part["registration_id"]) for part in parts]

    def asked(self, candidate_id: CandidateId) -> list[str]:
        """Requests and complaints of theirs, by their ids."""
        parts = self.table.all_of(keys.of_candidate(candidate_id), keys.ASKED_PREFIX)
        return [part["asked"] for part in parts]

    def move(self, candidate_id: CandidateId, into: CandidateId) -> None:
        """Raises Conflict, and AlreadyDone: the other file is being erased, these with it."""
        for some in batched(self._all(candidate_id), AT_ONCE, strict=False):
            self.table.commit(self._is_there(into), *self._moved(some, into))

    def empty(self, candidate_id: CandidateId) -> None:
        """All but what nobody can be recognised by."""
        parts = [part for part in self._all(candidate_id) if not _is(part, *KEPT)]
        for some in batched(parts, AT_ONCE, strict=False):
            self.table.commit(*self._emptied(some))

    def _all(self, candidate_id: CandidateId) -> list[dict[str, Any]]:
        whole = self.table.partition(keys.of_candidate(candidate_id))
        own = keys.candidate_file(candidate_id).sk
        return [part for part in whole if part[keys.SORT] != own]

    def _is_there(self, into: CandidateId) -> Write:
        return self.table.check(
            keys.candidate_file(into),
            guards=[("is_there", "=", True)],
            refusal=lambda _: AlreadyDone("this candidate is being erased"),
        )

    def _moved(self, parts: Sequence[dict[str, Any]], into: CandidateId) -> Iterator[Write]:
        for part in parts:
            key, values = _split(part)
            there = keys.Key(keys.of_candidate(into), key.sk)
            yield self.table.replace(there, values, unless=_this(key), refusal=_meanwhile)
            yield self.table.gone(key, refusal=_meanwhile)
            if _is(part, keys.RECOMMENDATION_PREFIX):
                yield self._of_another(part, into)

    def _of_another(self, part: dict[str, Any], into: CandidateId) -> Write:
        """The company's item names the file, too."""
        key = keys.recommendation(
            part["company_id"], part["job_order_id"], part["recommendation_id"]
        )
        return self.table.change(key, put={"candidate_id": into}, refusal=_meanwhile)

    def _emptied(self, parts: Sequence[dict[str, Any]]) -> Iterator[Write]:
        """A pair goes with either of its two."""
        ids = {part["duplicate_id"] for part in parts if "duplicate_id" in part}
        gone = {_split(part)[0] for part in parts}
        for name in ids:
            gone.add(keys.duplicate(name))
            gone |= {
                keys.part_of_file(CandidateId(of), keys.DUPLICATE_PREFIX, name)
                for of in name.split(BETWEEN)
            }
        for key in sorted(gone):
            yield self._forgotten(key)

    def _forgotten(self, key: keys.Key) -> Write:
        return self.table.delete(key, guards=[(keys.SORT, "=", key.sk)], refusal=_meanwhile)


def _this(key: keys.Key) -> Callable[[Expression], str]:
    """A pair of the two is a part of both."""
    return lambda e: f"{e.name(keys.SORT)} = {e.value(key.sk)}"


def _is(part: dict[str, Any], *prefixes: str) -> bool:
    return str(part[keys.SORT]).startswith(prefixes)


def _split(part: dict[str, Any]) -> tuple[keys.Key, dict[str, Any]]:
    values = {k: v for k, v in part.items() if k not in keys.Key._fields}
    return keys.Key(part[keys.PARTITION], part[keys.SORT]), values


def _meanwhile(_: dict[str, Any]) -> Conflict:
    return Conflict("a part was moved meanwhile")
