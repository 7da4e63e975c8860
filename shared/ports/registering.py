"""What takes people in, and gives them their verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from shared.domain.credit import Lot
from shared.domain.hold import BY_SIGNALS, Hold
from shared.domain.ids import (
    CompanyId,
    PersonKey,
    RegistrationId,
    Slug,
)
from shared.domain.link import Doorway, Link
from shared.domain.milestone import Milestone, Step
from shared.domain.registration import Reason, Registration
from shared.domain.reversal import Reversal
from shared.domain.rules import FIRST
from shared.domain.screening import Passing, Sighting
from shared.domain.void import VoidWindow

if TYPE_CHECKING:  # pydantic adds a quarter to a start; `click` must not pay it
    from shared.contracts.events import (
        Event,
        RegistrationSubmitted,
    )


class Doorways(Protocol):
    def open(self, slug: Slug) -> Doorway:
        """Raises LinkNotFound."""
        ...


class Arrivals(Protocol):
    """What a form finds when it comes in: the link it came by, and who is known."""

    def meet(
        self, slug: Slug, *, person: PersonKey, visitor: str, phone: str | None
    ) -> tuple[Doorway, Sighting]:
        """One request, whoever comes. Raises LinkNotFound."""
        ...


class Registrations(Protocol):
    def submit(
        self,
        registration: Registration,
        person: PersonKey,
        event: RegistrationSubmitted,
        passing: Passing | None = None,
        under: Doorway | None = None,
    ) -> None:
        """Raises TooManyRequests; Conflict: this visitor handed in another form meanwhile.

        Args:
            under: a candidate's own doorway, where it counts only if its link is as it was told.

        Raises:
            LinkMoved: the link is not.
        """
        ...

    def find(self, registration_id: RegistrationId) -> Registration:
        """Raises RegistrationNotFound."""
        ...

    def try_code(self, registration_id: RegistrationId, now: datetime) -> tuple[Registration, bool]:
        """Take a try; False if none could be taken. Raises RegistrationNotFound, Conflict."""
        ...

    def reissue(
        self,
        before: Registration,
        after: Registration,
        person: PersonKey,
        event: RegistrationSubmitted,
        now: datetime,
    ) -> None:
        """Raises AlreadyDecided, TooManyRequests."""
        ...


class Unverified(Protocol):
    def overdue(self, now: datetime) -> Iterator[RegistrationId]: ...

    def forget(self, registration_id: RegistrationId) -> None:
        """Raises AlreadyDecided: it was verified meanwhile."""
        ...


class Referrals(Protocol):
    """Each is one transaction. All may raise AlreadyDecided and Conflict; claims PersonTaken, and
    NowExcluded where the registration became one that will not count.

    `person_held` is how long, from its verification, a registration holds its person.
    """

    def count(
        self,
        registration: Registration,
        person: PersonKey,
        step: Step,
        milestone: Milestone | None,
        events: Sequence[Event],
        now: datetime,
        person_held: timedelta = FIRST.person_held,
    ) -> None:
        """Raises TallyRefused too, with the tally as it is."""
        ...

    def hold(
        self,
        registration: Registration,
        person: PersonKey,
        event: Event,
        now: datetime,
        hold: Hold = BY_SIGNALS,
        person_held: timedelta = FIRST.person_held,
    ) -> None: ...

    def wait(self, registration: Registration, now: datetime) -> None:
        """A person accepted what they waited for; it counts when its time comes."""
        ...

    def verify(
        self,
        registration: Registration,
        person: PersonKey,
        event: Event,
        now: datetime,
        person_held: timedelta = FIRST.person_held,
    ) -> None: ...

    def exclude(
        self,
        registration: Registration,
        person: PersonKey | None,
        reason: Reason,
        event: Event,
        now: datetime,
    ) -> None:
        """From the state the registration was read in; a claim it had is let go."""
        ...


class Holds(Protocol):
    def over(self, now: datetime) -> Iterator[RegistrationId]:
        """Those that wait for nothing but a time that has come."""
        ...


class Voids(Protocol):
    """Windows a company closed, and what there is to do about them."""

    def add(self, window: VoidWindow, before: Link, after: Link) -> None:
        """Raises Conflict: the link was changed meanwhile."""
        ...

    def due(self, now: datetime) -> Iterator[VoidWindow]: ...

    def inside(self, window: VoidWindow) -> Iterator[tuple[RegistrationId, datetime]]:
        """The link's undecided and counted registrations from where the walk stands."""
        ...

    def exclude(self, registration: Registration) -> bool:
        """Before its code is typed. False if it was done; raises AlreadyDecided, Conflict."""
        ...

    def asked(self, registration: Registration) -> bool:
        """Whether a reversal was asked before, whatever was decided."""
        ...

    def ask_reversal(self, registration: Registration, window: VoidWindow, now: datetime) -> bool:
        """False if it was asked before. Raises Conflict."""
        ...

    def keep(self, before: VoidWindow, after: VoidWindow, again: datetime | None) -> None:
        """Raises Conflict: somebody else walked on."""
        ...


class Reversals(Protocol):
    def waiting(self, company_id: CompanyId) -> Sequence[int]: ...

    def available(self, company_id: CompanyId) -> Sequence[Lot]: ...

    def reverse(
        self,
        registration_id: RegistrationId,
        company_id: CompanyId,
        reversal: Reversal,
        reason: Reason,
        events: Sequence[Event],
        now: datetime,
    ) -> None:
        """Raises AlreadyDecided: it does not count; Conflict."""
        ...
