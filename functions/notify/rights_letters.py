"""Who asks about their data is sent a code, at the address their file has by now."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from functions.notify.candidate_letters import TAG
from functions.notify.flow import Due
from shared.contracts.events import Event, RightsCodeAsked
from shared.domain.agency import Agency
from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import CandidateNotFound, NotFound
from shared.domain.rights import RightsRequest
from shared.pages import own_mail
from shared.ports.candidates import CandidateFiles
from shared.ports.speaking import Secrecy


class Requests(Protocol):
    def find(self, request_id: str) -> RightsRequest:
        """Raises NotFound."""
        ...


@dataclass(frozen=True, slots=True)
class RightsLetters:
    agency: Agency
    requests: Requests
    files: CandidateFiles
    secrecy: Secrecy
    now: datetime

    def due(self, fact: Event) -> Due | None:
        """None for a code that can no longer be typed; who withdrew may ask as anybody."""
        if not isinstance(fact, RightsCodeAsked):
            return None
        found = self._asked(fact)
        file = self._file(found) if found else None
        if file is None or file.is_gone:
            return None
        code = self.secrecy.rights_code(fact.request_id, fact.issue)
        return Due(
            fact.event_id,
            file.candidate.email,
            lambda: own_mail.rights_code_mail(locale=file.locale, agency=self.agency, code=code),
            {"mail": "rights_code", TAG: file.candidate_id},
        )

    def _asked(self, fact: RightsCodeAsked) -> RightsRequest | None:
        try:
            found = self.requests.find(fact.request_id)
        except NotFound:
            return None
        is_newest = found.issue == fact.issue and found.is_open and not found.proved_at
        return found if is_newest and found.code_until and self.now < found.code_until else None

    def _file(self, found: RightsRequest) -> CandidateFile | None:
        try:
            return self.files.find(found.candidate_id) if found.candidate_id else None
        except CandidateNotFound:
            return None
