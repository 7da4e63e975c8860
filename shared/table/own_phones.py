"""What a candidate's number leads to, when they change it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import Conflict
from shared.table import keys, marked
from shared.table.commit import Table
from shared.table.writes import Write


@dataclass(frozen=True, slots=True)
class OwnPhones:
    table: Table

    def moved(self, before: CandidateFile, after: CandidateFile) -> Iterator[Write]:
        """For the transaction that changes the file: the old number leads here no more."""
        for digest, found in self._found(sorted({*before.phones} - {*after.phones})):
            mine = {before.candidate_id, *before.merged_from}
            if mine & {*found}:
                yield marked.left(self.table, keys.phone(digest), found, mine, _meanwhile)
        for digest, found in self._found(sorted({*after.phones} - {*before.phones})):
            if after.candidate_id not in found:
                yield self._joined(digest, found, after)

    def _joined(self, digest: str, found: marked.Names, file: CandidateFile) -> Write:
        key = keys.phone(digest)
        if found:
            return marked.joined(self.table, key, found, file.candidate_id, {}, _meanwhile)
        return self.table.new(key, marked.values((file.candidate_id,)), _meanwhile)

    def _found(self, digests: Sequence[str]) -> Iterator[tuple[str, marked.Names]]:
        items = self.table.get_all(*map(keys.phone, digests)) if digests else []
        for digest, item in zip(digests, items, strict=True):
            yield digest, marked.names(item or {})


def _meanwhile(_: dict[str, Any]) -> Conflict:
    return Conflict("somebody of the same number was filed meanwhile")
