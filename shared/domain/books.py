"""One company's books: what happened, and the figures that follow from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from shared.domain.adjustment import Adjustment
from shared.domain.credit import Lot
from shared.domain.entry import Entry
from shared.domain.hires import Hires
from shared.domain.ids import CompanyId
from shared.domain.ledger import Head
from shared.domain.milestone import Tally

type Place = tuple[datetime, int]
"""Where an available credit stands behind the head: by expiry, then by number."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A milestone as it is kept: `reached`, then `granted` or `withdrawn`.

    Args:
        expires_at: what the rules in force at the grant made of `granted_at`.
    """

    number: int
    state: str
    reached_at: datetime
    credit_id: str | None = None
    granted_at: datetime | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Grounds:
    """What happened. Nothing here can be told from anything else that is kept.

    Args:
        opened_on: the day the company was let in; its ledger opens sealed on that day.
        counted: when each registration was counted that counts today, in any order.
        milestones: by number.
        entries: by sequence number.
        adjustments: those approved.
        restored: until when a credit that came back is good, by the credit's number.
        hires: no figure follows from them; they are compared with what follows.
    """

    company_id: CompanyId
    active: bool
    opened_on: date | None
    counted: tuple[datetime, ...]
    milestones: tuple[Reached, ...]
    entries: tuple[Entry, ...]
    adjustments: tuple[Adjustment, ...] = ()
    restored: Mapping[int, datetime] = field(default_factory=dict)
    hires: Hires = field(default_factory=Hires)


@dataclass(frozen=True, slots=True)
class Figures:
    """What follows from the grounds, and is kept only to be read and guarded quickly.

    Args:
        lots: by number.
        posted: sequence number by entry id.
        available: what is said of a credit behind the head, by its place.
    """

    tally: Tally
    head: Head
    lots: tuple[Lot, ...]
    posted: Mapping[str, int]
    available: Mapping[Place, Lot]
