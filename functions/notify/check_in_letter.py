"""The mail that asks how it goes: three answers, and where it ends."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from functions.notify.flow import Due, Letter
from functions.notify.open_file import open_file
from shared.contracts.events import CheckInDue, Event
from shared.domain.agency import Agency
from shared.domain.candidate_file import CandidateFile, Search
from shared.domain.check_in import wants_to_be_asked
from shared.pages import mail
from shared.ports.candidates import CandidateFiles
from shared.ports.speaking import Secrecy

FRESH: Final = timedelta(days=7)
"""A fact replayed later asks nobody."""


@dataclass(frozen=True, slots=True)
class CheckInLetters:
    agency: Agency
    files: CandidateFiles
    secrecy: Secrecy
    site: str
    now: datetime

    def due(self, fact: Event) -> Due | None:
        """None for who wants it no more, though they did when it was said."""
        if not isinstance(fact, CheckInDue) or self.now - fact.occurred_at > FRESH:
            return None
        file = open_file(self.files, fact.candidate_id)
        if file is None or not wants_to_be_asked(file, self.now):
            return None
        letter, tags = self._letter(file, fact), {"mail": "check_in"}
        address = file.candidate.email
        return Due(fact.event_id, address, letter, tags, reader=file, waits_for_day=fact)

    def _letter(self, file: CandidateFile, fact: CheckInDue) -> Callable[[], Letter]:
        return partial(
            mail.check_in_mail,
            locale=file.locale,
            agency=self.agency,
            full_name=file.candidate.full_name,
            opened_at=file.opened_at,
            after=fact.after,
            answers=_answers(file, fact, self.secrecy, self.site),
            leave=_leave(file, self.secrecy, self.site),
        )


def _answers(
    file: CandidateFile, fact: CheckInDue, secrecy: Secrecy, site: str
) -> dict[Search, str]:
    """Opening one changes nothing: mail scanners open them all."""
    token = secrecy.token("check-ins", f"{file.candidate_id}~{fact.after}")
    page = f"{site}/check-ins/{token}?lang={file.locale}&answer="
    return {search: f"{page}{search}" for search in Search}


def _leave(file: CandidateFile, secrecy: Secrecy, site: str) -> str:
    token = secrecy.token("unsubscribe", file.candidate_id)
    return f"{site}/unsubscribe/{token}?lang={file.locale}"
