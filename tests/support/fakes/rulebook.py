from collections.abc import Sequence
from dataclasses import dataclass

from shared.domain.edition import Edition
from shared.domain.errors import Conflict
from tests.support.fakes.memory import Memory


@dataclass
class FakeRulebook:
    """Editions and Rulebook."""

    memory: Memory

    def after(self, version: int) -> Sequence[Edition]:
        return [edition for edition in self.memory.editions if edition.rules.version > version]

    def all(self) -> Sequence[Edition]:
        return self.after(1)

    def add(self, edition: Edition) -> None:
        self.memory.begin()
        if any(kept.rules.version == edition.rules.version for kept in self.memory.editions):
            raise Conflict("somebody made this version meanwhile")
        self.memory.editions.append(edition)
