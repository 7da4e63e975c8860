"""What was read a moment ago, kept in this process."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from shared.domain.ids import Slug
from shared.domain.link import Doorway
from shared.ports.registering import Doorways
from shared.ports.sealing import Sealed

KEPT_SECONDS = 60
MANY = 1000


@dataclass
class RememberedDoorways:
    """Doorways, read once a minute. Unknown slugs are not remembered: a new link opens at once.

    A minute of everybody's clock: a process's own stands still while Lambda freezes it.
    """

    doorways: Doorways
    clock: Callable[[], float] = time.time
    _seen: dict[Slug, tuple[float, Doorway]] = field(default_factory=dict)

    def open(self, slug: Slug) -> Doorway:
        """Raises LinkNotFound."""
        read_at, doorway = self._seen.get(slug, (float("-inf"), None))
        if doorway is None or not 0 <= self.clock() - read_at < KEPT_SECONDS:
            doorway = self.doorways.open(slug)
            self._remember(slug, doorway)
        return doorway

    def _remember(self, slug: Slug, doorway: Doorway) -> None:
        if len(self._seen) >= MANY:
            self._seen.clear()
        self._seen[slug] = (self.clock(), doorway)


@dataclass
class RememberedSecrets:
    """Secrets of others, opened once: by what lies under the seal, so that a new one is another."""

    sealed: Sealed
    purpose: str
    _opened: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)

    def open(self, text: str, of: str) -> str:
        """Raises NotSealed, Unavailable."""
        if (of, text) not in self._opened:
            plain = self.sealed.unseal(text, self.purpose, of)
            if len(self._opened) >= MANY:
                self._opened.clear()
            self._opened[of, text] = plain
        return self._opened[of, text]
