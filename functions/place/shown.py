"""A candidate as the desk's answers say them."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from shared import programs
from shared.contracts.candidate_desk import (
    ActAnswer,
    CandidateAnswer,
    ConsentAnswer,
    JobConsentAnswer,
    LetGoBy,
    MessageAnswer,
    RegistrationOfFile,
    ThreadPage,
    WaitingCandidate,
)
from shared.domain.candidate_file import CandidateFile
from shared.domain.candidate_screen import Screen
from shared.domain.consent import Consents
from shared.domain.message import Message


def waiting(file: CandidateFile, now: datetime) -> WaitingCandidate:
    return WaitingCandidate(
        candidate_id=file.candidate_id,
        full_name=file.candidate.full_name,
        contact_by=file.contact_by,
        overdue=file.is_overdue(now),
        waits_for=file.waits_for,
        adviser=file.adviser,
        opened_at=file.opened_at,
    )


def thread(messages: Sequence[Message], following: str | None) -> ThreadPage:
    items = [
        MessageAnswer(message_id=m.message_id, author=m.author, text=m.text, at=m.at, by=m.by)
        for m in messages
    ]
    return ThreadPage(items=items, next_cursor=programs.cursor(following))


def candidate(screen: Screen, now: datetime) -> CandidateAnswer:
    file, until = screen.file, screen.file.not_solicited_until
    return CandidateAnswer(
        **asdict(file.candidate),
        **waiting(file, now).model_dump(exclude={"full_name"}),
        reading=file.reading,
        state=file.state,
        locale=file.locale,
        search=file.search,
        blocked=list(file.blocked),
        notes=file.notes,
        not_solicited_until=until.isoformat() if until else None,
        consents=_consents(file.consents, file.agreed_at),
        consents_before=[_consents(a.consents, a.at, a.registration_id) for a in screen.agreed],
        job_consents=[
            JobConsentAnswer.model_validate(said, from_attributes=True)
            for said in screen.job_answers
        ],
        registrations=[
            RegistrationOfFile(**{**asdict(came), "signals": list(came.signals)})
            for came in screen.registrations
        ],
        let_go_by=[
            LetGoBy(company_id=c, company_name=screen.names.get(c), since=file.came[c])
            for c in file.let_go_by
        ],
        recommendations=[dict(item) for item in screen.recommendations],
        cvs=[dict(item) for item in screen.cvs],
        thread=thread(*screen.thread),
        duplicates=list(screen.duplicates),
        history=[ActAnswer(act=act.act, by=act.by, at=act.at) for act in screen.acts],
        merged_from=list(file.merged_from),
    )


def _consents(
    consents: Consents, at: datetime | None, registration_id: str | None = None
) -> ConsentAnswer:
    return ConsentAnswer(**asdict(consents), at=at, registration_id=registration_id)
