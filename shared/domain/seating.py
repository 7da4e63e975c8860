"""Which seats somebody finds who signs in, and where each leads."""

from dataclasses import dataclass
from typing import Final

from shared.domain.company import Company, CompanyState
from shared.domain.seat import Kind, Seat
from shared.domain.sign_in import is_ours

ACCOUNT: Final = "/account"
"""Everybody's."""
HOME: Final = {Kind.CANDIDATE: "/me", Kind.COMPANY: "/console", Kind.AGENCY: "/agency"}
TAKING_PART: Final = frozenset({CompanyState.ACTIVE, CompanyState.SUSPENDED, CompanyState.LEFT})
"""One that is suspended, or left, still reads its ledger and spends what it may."""


@dataclass(frozen=True, slots=True)
class Place:
    """A seat with what its owner knows it by.

    Args:
        company: none at the agency, and for a candidate.
        is_new: they never signed in here before.
    """

    seat: Seat
    company: Company | None = None
    is_new: bool = False

    @property
    def is_open(self) -> bool:
        """Not yet at a company that waits for its approval; never at one that was refused."""
        return self.company is None or self.company.state in TAKING_PART


def way(seat: Seat, back: str | None) -> str:
    """Where somebody goes who sits here: back to where they came from, if that is theirs.

    >>> way(Seat(Kind.COMPANY, "co_1", "owner"), "/console/links?x=1")
    '/console/links?x=1'
    >>> way(Seat(Kind.AGENCY, "agency", "adviser"), "/agency/candidates/cnd_1?lang=en")
    '/agency/candidates/cnd_1?lang=en'
    >>> way(Seat(Kind.CANDIDATE, "cnd_1"), "/console")
    '/me'
    """
    rooms = (HOME[seat.kind], ACCOUNT)
    ours = back is not None and is_ours(back)
    return back if back and ours and any(_within(back, room) for room in rooms) else rooms[0]


def _within(path: str, room: str) -> bool:
    plain = path.partition("?")[0]
    return plain == room or plain.startswith(f"{room}/")
