"""A signed-in person's session: kept by a hash of its token, over when idle or after half a day."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from shared.domain.ids import PersonKey
from shared.domain.locale import Locale
from shared.domain.seat import Kind, Seat

IDLE: Final = timedelta(hours=1)
LONGEST: Final = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Session:
    """
    Args:
        digest: SHA-256 of the token, in hex; the token is the cookie's alone.
        seats: all this person may sit at; `seat` is none until one of several is chosen.
        seen_at: the last request; a session is over IDLE after it, and at `until`.
        proved: the second factor was given; what needs one is shut until then.
    """

    digest: str
    person: PersonKey
    seats: tuple[Seat, ...]
    opened_at: datetime
    seen_at: datetime
    until: datetime
    locale: Locale = "ja"
    seat: Seat | None = None
    proved: bool = False

    @property
    def session_id(self) -> str:
        """What an audit log may name: it opens nothing."""
        return f"ses_{self.digest[:16]}"

    def at(self, kind: Kind) -> Seat | None:
        """The seat, if it is of this kind and its second factor was given."""
        if self.seat is None or self.seat.kind is not kind:
            return None
        return None if self.seat.needs_second_factor and not self.proved else self.seat


def opened(
    digest: str, person: PersonKey, seats: tuple[Seat, ...], locale: Locale, now: datetime
) -> Session:
    """Where there is one seat only, it is taken."""
    seat = seats[0] if len(seats) == 1 else None
    return Session(digest, person, seats, now, now, now + LONGEST, locale, seat)
