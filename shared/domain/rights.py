"""What somebody asks of their own data (APPI 32-39), and whether it is really theirs to ask."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from shared.domain.errors import CodeExpired, ResendLimit, StateForbids
from shared.domain.ids import CandidateId
from shared.domain.registration import MAX_ISSUES, MAX_TRIES

CODE_GOOD: Final = timedelta(days=1)
"""Longer than of who sits before a page: it is read out, or written back."""


class Wanted(StrEnum):
    ACCESS = "access"
    CORRECTION = "correction"
    STOP = "stop"
    ERASURE = "erasure"
    PROVISIONS = "provisions"


class CameBy(StrEnum):
    EMAIL = "email"
    PHONE = "phone"
    LETTER = "letter"


class Ground(StrEnum):
    """Why a request is refused."""

    NOT_PROVED = "not_proved"
    NOTHING_HELD = "nothing_held"
    KEPT_BY_LAW = "kept_by_law"
    HARMS_OTHERS = "harms_others"
    TAKEN_BACK = "taken_back"


class RightsState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    REFUSED = "refused"


HANDED_OVER: Final = frozenset({Wanted.ACCESS, Wanted.PROVISIONS})
"""Answered with a file."""
UNPROVED: Final = "unproved"


@dataclass(frozen=True, slots=True)
class RightsRequest:
    """
    Args:
        candidate_id: none where we know nobody of that address.
        opened_by: `Caller.who`, as all who are named here.
        issue: how many codes were sent; the newest is good until `code_until`.
        erased_at: their data was erased, and with it their words and ours about them.
        version: one more with every change; a change starts from the version it read.
    """

    request_id: str
    wanted: Wanted
    came_by: CameBy
    received_on: date
    text: str
    candidate_id: CandidateId | None
    opened_by: str
    opened_at: datetime
    state: RightsState = RightsState.OPEN
    issue: int = 0
    tries: int = 0
    code_until: datetime | None = None
    proved_at: datetime | None = None
    proved_by: str | None = None
    closed_at: datetime | None = None
    closed_by: str | None = None
    ground: Ground | None = None
    outcome: str | None = None
    erased_at: datetime | None = None
    version: int = 0

    @property
    def is_open(self) -> bool:
        return self.state is RightsState.OPEN

    @property
    def tries_left(self) -> int:
        return max(0, MAX_TRIES - self.tries)

    @property
    def may_hand_over(self) -> bool:
        return self.is_open and self.proved_at is not None and self.wanted in HANDED_OVER

    def check_open(self) -> None:
        """Raises StateForbids."""
        if not self.is_open:
            raise StateForbids(f"this request is {self.state}", self.state)

    def check_handed_over(self) -> None:
        """Raises StateForbids."""
        self.check_open()
        if not self.may_hand_over:
            raise StateForbids("prove first whose data this is", UNPROVED)

    def with_code(self, now: datetime) -> "RightsRequest":
        """The next code; the one before stops working, and the tries go on.

        Raises:
            StateForbids: over, proved already, or nobody we could write to.
            CodeExpired: five tries were used up.
            ResendLimit: three codes were sent.
        """
        self.check_open()
        if self.proved_at:
            raise StateForbids("it is proved already", "proved")
        if self.candidate_id is None:
            raise StateForbids("there is nobody to write to", "nobody")
        if self.tries >= MAX_TRIES:
            raise CodeExpired("five tries were used up; refuse it, or open another request")
        if self.issue >= MAX_ISSUES:
            raise ResendLimit("three codes were sent", retry_after=900)
        return replace(self, issue=self.issue + 1, code_until=now + CODE_GOOD)

    def proved(self, who: str, now: datetime) -> "RightsRequest":
        """Raises StateForbids."""
        self.check_open()
        return replace(self, proved_at=now, proved_by=who)

    def answered(self, outcome: str, who: str, now: datetime) -> "RightsRequest":
        """Raises StateForbids: over, or nobody proved to be who they say."""
        self.check_open()
        if self.candidate_id and not self.proved_at:
            raise StateForbids("prove first whose data this is", UNPROVED)
        return self._closed(RightsState.ANSWERED, outcome, who, now)

    def refused(self, ground: Ground, outcome: str, who: str, now: datetime) -> "RightsRequest":
        """Raises StateForbids."""
        self.check_open()
        return replace(self._closed(RightsState.REFUSED, outcome, who, now), ground=ground)

    def erased(self, now: datetime) -> "RightsRequest":
        """What was asked for, when, and what became of it stay."""
        said = "" if self.outcome else None
        return replace(self, text="", outcome=said, erased_at=self.erased_at or now)

    def _closed(self, state: RightsState, outcome: str, who: str, now: datetime) -> "RightsRequest":
        """Of somebody erased nothing is written down any more."""
        said = None if self.erased_at else outcome
        return replace(self, state=state, outcome=said, closed_by=who, closed_at=now)
