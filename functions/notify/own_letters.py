"""Which fact about a candidate's address means which mail, and to which of the two."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from functions.notify.candidate_letters import TAG
from functions.notify.flow import Due
from shared.contracts.events import AddressAsked, AddressMoved, Event
from shared.domain.address_change import AddressChange
from shared.domain.agency import Agency
from shared.domain.errors import NotFound
from shared.domain.ids import CandidateId
from shared.pages import own_mail
from shared.ports.speaking import Secrecy


class Changes(Protocol):
    def find(self, candidate_id: CandidateId, change_id: str) -> AddressChange:
        """Raises NotFound."""
        ...


@dataclass(frozen=True, slots=True)
class OwnLetters:
    agency: Agency
    changes: Changes
    secrecy: Secrecy
    now: datetime

    def due(self, fact: Event) -> Due | None:
        match fact:
            case AddressAsked():
                return self._code(fact)
            case AddressMoved():
                return self._moved(fact)
        return None

    def _find(self, fact: AddressAsked | AddressMoved) -> AddressChange | None:
        """None once it is tidied away, or they were erased."""
        try:
            return self.changes.find(CandidateId(fact.candidate_id), fact.change_id)
        except NotFound:
            return None

    def _code(self, fact: AddressAsked) -> Due | None:
        found = self._find(fact)
        if found is None or found.done_at or self.now >= found.code_until:
            return None
        code = self.secrecy.address_code(found.candidate_id, found.change_id, found.person)
        return Due(
            fact.event_id,
            found.new,
            lambda: own_mail.address_code_mail(locale=found.locale, agency=self.agency, code=code),
            {"mail": "address_code", TAG: found.candidate_id},
        )

    def _moved(self, fact: AddressMoved) -> Due | None:
        found = self._find(fact)
        if found is None:
            return None
        return Due(
            fact.event_id,
            found.old,
            lambda: own_mail.address_moved_mail(locale=found.locale, agency=self.agency),
            {"mail": "address_moved", TAG: found.candidate_id},
        )
