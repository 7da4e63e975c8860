"""The second factor of the agency's people: a code of their own device, or a recovery code."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from shared.domain.errors import CodeInvalid, TooManyRequests
from shared.domain.ids import PersonKey

PURPOSE: Final = "second-factor"
"""What its secret is sealed for (shared.ports.sealing)."""
RECOVERY_CODES: Final = 10
MAX_TRIES: Final = 5
WINDOW: Final = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class SecondFactor:
    """
    Args:
        sealed: the secret; our key alone opens it.
        last_step: the half minute whose code was given last; neither it nor an older one is good.
        recovery: keyed hashes of the recovery codes not used yet.
        tries: since `tries_from`, and since the last right one.
        version: one more with every change; a change starts from the version it read.
    """

    person: PersonKey
    sealed: str
    since: datetime
    last_step: int
    recovery: tuple[str, ...]
    tries: int = 0
    tries_from: datetime | None = None
    version: int = 0

    def trying(self, now: datetime) -> "SecondFactor":
        """With one more try taken. Raises TooManyRequests."""
        if self.tries_from is None or now >= self.tries_from + WINDOW:
            return replace(self, tries=1, tries_from=now)
        if self.tries >= MAX_TRIES:
            left = self.tries_from + WINDOW - now
            raise TooManyRequests("too many codes; wait a while", int(left.total_seconds()) + 1)
        return replace(self, tries=self.tries + 1)

    def by_device(self, step: int | None) -> "SecondFactor":
        """`step`: the half minute the code is of. Raises CodeInvalid: of none, or it was used."""
        if step is None or step <= self.last_step:
            raise self._wrong()
        return replace(self, last_step=step, tries=0, tries_from=None)

    def by_recovery(self, code: str) -> "SecondFactor":
        """`code`: its keyed hash. Raises CodeInvalid: none of theirs, or it was used."""
        if code not in self.recovery:
            raise self._wrong()
        left = tuple(one for one in self.recovery if one != code)
        return replace(self, recovery=left, tries=0, tries_from=None)

    def _wrong(self) -> CodeInvalid:
        return CodeInvalid(max(0, MAX_TRIES - self.tries))
