"""What was answered, where nothing else is written beside it."""

from dataclasses import dataclass

from shared.domain.once import Once, Reply
from shared.table.commit import Table


@dataclass(frozen=True, slots=True)
class Answers:
    table: Table

    def keep(self, once: Once | None, reply: Reply) -> None:
        """Raises Answered, IdempotencyMismatch."""
        if writes := self.table.answer(once, reply):
            self.table.commit(*writes)
