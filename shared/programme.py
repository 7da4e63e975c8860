"""The programme's rules, kept in this process for at most five minutes."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from shared.domain.rules import FIRST, Rules, in_force
from shared.ports.programme import Editions

KEPT_SECONDS: Final = 300


@dataclass(frozen=True, slots=True)
class Kept:
    """Versions that were made after the first one, and all there are."""

    versions: tuple[Rules, ...] = ()

    def at(self, when: datetime) -> Rules:
        return in_force(self.versions, when)

    def coming(self, now: datetime) -> list[Rules]:
        """What was announced and has not begun."""
        return [rules for rules in self.versions if rules.effective_from > now]

    def version(self, number: int) -> Rules:
        """Raises LookupError: nobody judges by rules nobody knows."""
        for rules in (FIRST, *self.versions):
            if rules.version == number:
                return rules
        raise LookupError(f"there is no version {number} of the rules")


@dataclass
class Remembered:
    """Versions are numbered and none is ever changed: what was read stays true.

    So the one question is what came after, and it is asked every five minutes: a version begins ten
    minutes after it was made at the soonest. Where it cannot be asked, nothing is judged.
    """

    editions: Editions
    clock: Callable[[], float] = time.time
    _known: Kept = field(default_factory=Kept)
    _read_at: float = float("-inf")

    def at(self, when: datetime) -> Rules:
        """Raises Conflict, Unavailable."""
        if not 0 <= self.clock() - self._read_at < KEPT_SECONDS:
            self._read_on()
        return self._known.at(when)

    def coming(self, now: datetime) -> list[Rules]:
        """As of five minutes ago at most. Raises Conflict, Unavailable."""
        self.at(now)
        return self._known.coming(now)

    def version(self, number: int) -> Rules:
        """Raises LookupError, Conflict, Unavailable."""
        if number > len(self._known.versions) + 1:
            self._read_on()
        return self._known.version(number)

    def _read_on(self) -> None:
        began = self.clock()
        later = self.editions.after(len(self._known.versions) + 1)
        self._known = Kept((*self._known.versions, *(edition.rules for edition in later)))
        self._read_at = began
