"""The programme's rules, kept in this process."""

from dataclasses import dataclass
from datetime import datetime

from shared.domain.rules import FIRST, Rules, in_force


@dataclass(frozen=True, slots=True)
class Kept:
    """Versions that were made after the first one."""

    versions: tuple[Rules, ...] = ()

    def at(self, when: datetime) -> Rules:
        return in_force(self.versions, when)

    def version(self, number: int) -> Rules:
        return next((r for r in self.versions if r.version == number), FIRST)
