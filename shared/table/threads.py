"""What an adviser and a candidate wrote to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import RelayError, TooManyRequests
from shared.domain.ids import CandidateId
from shared.domain.message import A_DAY, SHOWN, Author, Message
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from shared.table.codec import moment, stamp
from shared.table.commit import Table
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import MessageLeft


def _too_many(_: dict[str, Any]) -> RelayError:
    return TooManyRequests("many messages today; write again tomorrow", retry_after=3600)


@dataclass(frozen=True, slots=True)
class Threads:
    table: Table

    def find(self, candidate_id: CandidateId, message_id: str) -> Message | None:
        item = self.table.get(_key(candidate_id, message_id))
        return from_item(item) if item else None

    def newest(
        self, candidate_id: CandidateId, *, limit: int = SHOWN, after: str | None = None
    ) -> tuple[Sequence[Message], str | None]:
        """Newest first."""
        items, following = self.table.page(
            keys.of_candidate(candidate_id),
            keys.THREAD_PREFIX,
            limit=limit,
            after=after,
            newest=True,
        )
        return [from_item(item) for item in items], following

    def leave(
        self,
        before: CandidateFile,
        after: CandidateFile,
        message: Message,
        event: MessageLeft,
    ) -> None:
        """The adviser's. Raises Conflict."""
        self.table.commit(
            self._written(after, message),
            CandidateFiles(self.table).swap(before, after),
            self.table.outbox(event),
        )

    def reply(self, before: CandidateFile, after: CandidateFile, message: Message) -> None:
        """The candidate's. Raises TooManyRequests, Conflict."""
        day = keys.rate(after.candidate_id, f"{message.at:%Y%m%d}")
        expires = message.at + timedelta(days=2)
        self.table.commit(
            self.table.ceiling(day, A_DAY, expires=expires, refusal=_too_many),
            self._written(after, message),
            CandidateFiles(self.table).swap(before, after),
        )

    def _written(self, file: CandidateFile, message: Message) -> Write:
        values = {**asdict(message), "at": stamp(message.at)}
        return self.table.new(_key(file.candidate_id, message.message_id), values)


def _key(candidate_id: CandidateId, message_id: str) -> keys.Key:
    return keys.part_of_file(candidate_id, keys.THREAD_PREFIX, message_id)


def from_item(item: dict[str, Any]) -> Message:
    return Message(
        item["message_id"],
        Author(item["author"]),
        item["text"],
        moment(item["at"]),
        item.get("by"),
        item.get("origin"),
    )
