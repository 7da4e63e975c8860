"""What a file's screen leaves out of its thread and its history, page by page, in two requests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from shared.domain.candidate_file import CandidateFile
from shared.domain.candidate_screen import Act
from shared.domain.errors import CandidateNotFound
from shared.domain.ids import CandidateId, PersonKey
from shared.domain.message import Message
from shared.table import file_item, keys
from shared.table.commit import Table
from shared.table.screens import to_act
from shared.table.threads import Threads

ACTS: Final = 50

type Names = Mapping[str, str]
"""What those of the agency are called who wrote or acted, by their ids."""


@dataclass(frozen=True, slots=True)
class FilePages:
    """`after` as a page before ended. Each raises CandidateNotFound: nobody's, or erased."""

    table: Table

    def messages(
        self, candidate_id: CandidateId, after: str | None
    ) -> tuple[CandidateFile, Names, Sequence[Message], str | None]:
        """Newest first."""
        found, following = Threads(self.table).newest(candidate_id, after=after)
        return *self._beside(candidate_id, (one.by for one in found)), found, following

    def acts(
        self, candidate_id: CandidateId, after: str | None
    ) -> tuple[CandidateFile, Names, Sequence[Act], str | None]:
        """Newest first."""
        items, following = self.table.page(
            keys.of_candidate(candidate_id),
            keys.ACT_PREFIX,
            limit=ACTS,
            after=after,
            newest=True,
        )
        found = [to_act(item) for item in items]
        return *self._beside(candidate_id, (one.by for one in found)), found, following

    def _beside(
        self, candidate_id: CandidateId, by: Iterable[str | None]
    ) -> tuple[CandidateFile, Names]:
        who = sorted({one for one in by if one})
        members = (keys.member(PersonKey(one)) for one in who)
        own, *people = self.table.get_all(keys.candidate_file(candidate_id), *members)
        if own is None:
            raise CandidateNotFound("no such candidate")
        file = file_item.from_item(own)
        file.check_there()
        return file, {one: item["name"] for one, item in zip(who, people, strict=True) if item}
