"""Which fact about somebody's file means which mail. Who withdrew or was erased is sent none."""

from dataclasses import dataclass
from typing import Final

from functions.notify.flow import Due
from functions.notify.open_file import open_file
from shared.contracts.events import AdviserAssigned, Event, MessageLeft
from shared.domain import mail_link
from shared.domain.agency import Agency
from shared.domain.errors import Conflict
from shared.domain.message import LINK_GOOD
from shared.pages import candidate_mail
from shared.ports.candidates import CandidateFiles, Threads
from shared.ports.speaking import Secrecy

TAG: Final = "candidate"


@dataclass(frozen=True, slots=True)
class CandidateLetters:
    agency: Agency
    files: CandidateFiles
    threads: Threads
    secrecy: Secrecy

    def due(self, fact: Event) -> Due | None:
        match fact:
            case AdviserAssigned():
                return self._adviser(fact)
            case MessageLeft():
                return self._message(fact)
        return None

    def _adviser(self, fact: AdviserAssigned) -> Due | None:
        """The adviser they have by now, whichever was named when it was said."""
        file = open_file(self.files, fact.candidate_id)
        if file is None or file.adviser is None:
            return None
        adviser = file.adviser
        return Due(
            fact.event_id,
            file.candidate.email,
            lambda: candidate_mail.adviser_mail(
                locale=file.locale,
                agency=self.agency,
                full_name=file.candidate.full_name,
                adviser=adviser,
            ),
            {"mail": "adviser", TAG: file.candidate_id},
            waits_for_day=fact,
        )

    def _message(self, fact: MessageLeft) -> Due | None:
        """Raises Conflict: the thread is just being moved to another file."""
        file = open_file(self.files, fact.candidate_id)
        if file is None:
            return None
        message = self.threads.find(file.candidate_id, fact.message_id)
        if message is None:
            raise Conflict("the message is not there yet")
        until = message.at + LINK_GOOD
        said = mail_link.subject(file.candidate_id, message.message_id)
        token = self.secrecy.token(mail_link.MESSAGES, said)
        link = f"{message.origin}/messages/{token}?lang={file.locale}"
        return Due(
            fact.event_id,
            file.candidate.email,
            lambda: candidate_mail.message_mail(
                locale=file.locale,
                agency=self.agency,
                full_name=file.candidate.full_name,
                link=link,
                until=until,
            ),
            {"mail": "message", TAG: file.candidate_id},
            waits_for_day=fact,
        )
