"""What was read a moment ago, kept in this process for at most a minute."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from shared.domain.ids import Slug
from shared.domain.link import Doorway
from shared.ports.registering import Doorways

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
