"""A candidate as the agency knows them: one file per person, however often they registered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from shared.domain.consent import Consents
from shared.domain.errors import CandidateNotFound, StateForbids
from shared.domain.ids import CandidateId, CompanyId, PersonKey
from shared.domain.locale import Locale
from shared.domain.registration import Candidate

NO_CONSENT: Final = Consents(text_version="", method="erased")


class Search(StrEnum):
    """What the candidate last told us."""

    LOOKING = "looking"
    FOUND = "found"
    PAUSED = "paused"


class WaitsFor(StrEnum):
    """Why an adviser is to write."""

    FIRST_CONTACT = "first_contact"
    REPLY = "reply"


class FileState(StrEnum):
    OPEN = "open"
    WITHDRAWN = "withdrawn"
    ERASING = "erasing"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class CandidateFile:
    """`person` is who they are, as a keyed hash; `candidate` what they typed last.

    Args:
        contact_by: an adviser writes before then; None once one has.
        let_go_by: the companies whose links they came by, first one first.
        not_solicited_until: placed by us, so not asked to move on for two years (S10).
        persons: every address they came by, as keyed hashes.
        typed_at: when each field of `candidate` was typed.
        came: when they first came by each company's link.
        version: one more with every change; a change starts from the version it read.
    """

    candidate_id: CandidateId
    person: PersonKey
    candidate: Candidate
    consents: Consents
    locale: Locale
    opened_at: datetime
    contact_by: datetime | None
    let_go_by: tuple[CompanyId, ...] = ()
    search: Search = Search.LOOKING
    adviser: str | None = None
    blocked: tuple[str, ...] = ()
    """Companies the candidate does not want to be shown to, in their own words."""
    not_solicited_until: date | None = None
    erased_at: datetime | None = None
    notes: str | None = None
    """The agency's own."""
    waits_for: WaitsFor | None = None
    withdrawn_at: datetime | None = None
    erasing_since: datetime | None = None
    agreed_at: datetime | None = None
    persons: tuple[PersonKey, ...] = ()
    phones: tuple[str, ...] = ()
    """Keyed hashes of the numbers they gave."""
    likenesses: tuple[str, ...] = ()
    reading: str | None = None
    """How their name is read, as an adviser typed it."""
    finds: tuple[str, ...] = ()
    """Keyed hashes of what their name and its reading begin with."""
    typed_at: Mapping[str, datetime] = field(default_factory=dict)
    came: Mapping[CompanyId, datetime] = field(default_factory=dict)
    merged_into: CandidateId | None = None
    merged_from: tuple[CandidateId, ...] = ()
    version: int = 0

    @property
    def state(self) -> FileState:
        if self.erased_at:
            return FileState.ERASED
        if self.erasing_since:
            return FileState.ERASING
        return FileState.WITHDRAWN if self.withdrawn_at else FileState.OPEN

    @property
    def is_gone(self) -> bool:
        """Nobody writes to them, or of them, any more."""
        return self.state in {FileState.ERASING, FileState.ERASED}

    @property
    def is_open(self) -> bool:
        """They may be written to, and shown to whom they agreed to."""
        return self.state is FileState.OPEN

    def check_open(self) -> None:
        """Who withdrew is neither written to nor introduced.

        Raises:
            CandidateNotFound, StateForbids
        """
        self.check_there()
        if not self.is_open:
            raise StateForbids("this candidate withdrew", self.state)

    def check_there(self) -> None:
        """Raises CandidateNotFound: erased, or about to be."""
        if self.is_gone:
            raise CandidateNotFound("no such candidate any more")

    def contacted(self) -> CandidateFile:
        """Nobody waits any more; a first contact is one once they have an adviser they know."""
        if self.adviser is None and self.waits_for is not WaitsFor.REPLY:
            return self
        return replace(self, contact_by=None, waits_for=None)

    def advised_by(self, adviser: str) -> CandidateFile:
        """The mail that names the adviser is the first contact; a reply is still owed."""
        named = replace(self, adviser=adviser)
        return named if self.waits_for is WaitsFor.REPLY else named.contacted()

    def is_overdue(self, now: datetime) -> bool:
        return self.contact_by is not None and self.contact_by <= now
