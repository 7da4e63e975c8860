"""Whether a company takes part, and what was noted on the way: by a key or by hand."""

from functions.agency import companies_flow as flow
from shared import mint
from shared.acts import Act
from shared.contracts.admission import CompanyStanding, NoteAnswer
from shared.domain.admission import NoteKind, ScreeningNote
from shared.domain.company import CompanyState
from shared.domain.ids import CompanyId
from shared.retry import retry_on_conflict
from shared.table.admissions import Admissions
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.members import Members
from shared.table.screening_notes import ScreeningNotes
from shared.wires import table


def note(doing: Act, company_id: CompanyId, text: str) -> NoteAnswer:
    Companies(table()).find(company_id)
    noted = _note(doing, NoteKind.NOTE, text)
    answer = NoteAnswer.of(noted, Members(table()).name(noted.who))
    written = doing.table("company.note", company_id, answer, 201, note_id=noted.note_id)
    with doing.answering():
        retry_on_conflict(ScreeningNotes(written).add)(company_id, noted)
    return answer


def _note(doing: Act, kind: NoteKind, text: str | None = None) -> ScreeningNote:
    return ScreeningNote(mint.mint("note", doing.now), doing.now, doing.who, kind, text)


def _turning(
    doing: Act, company_id: CompanyId, kind: NoteKind, answer: CompanyStanding, text: str | None
) -> Table:
    """The act is noted twice: why, with the company; that, in the audit log."""
    noted = ScreeningNotes(table()).note(company_id, _note(doing, kind, text))
    return doing.table(f"company.{kind}", company_id, answer).along(noted)


def approve(doing: Act, company_id: CompanyId) -> CompanyStanding:
    answer = CompanyStanding(company_id=company_id, state=CompanyState.ACTIVE)
    written = _turning(doing, company_id, NoteKind.APPROVED, answer, None)
    with doing.answering():
        flow.approve(company_id, companies=Companies(written), now=doing.now)
    return answer


def refuse(doing: Act, company_id: CompanyId, reason: str) -> CompanyStanding:
    answer = CompanyStanding(company_id=company_id, state=CompanyState.REFUSED)
    desk = Admissions(_turning(doing, company_id, NoteKind.REFUSED, answer, reason))
    with doing.answering():
        flow.refuse(company_id, companies=Companies(table()), admissions=desk, now=doing.now)
    return answer


def suspend(doing: Act, company_id: CompanyId, reason: str) -> CompanyStanding:
    answer = CompanyStanding(company_id=company_id, state=CompanyState.SUSPENDED)
    desk = Admissions(_turning(doing, company_id, NoteKind.SUSPENDED, answer, reason))
    with doing.answering():
        flow.suspend(company_id, companies=Companies(table()), admissions=desk, now=doing.now)
    return answer


def resume(doing: Act, company_id: CompanyId) -> CompanyStanding:
    answer = CompanyStanding(company_id=company_id, state=CompanyState.ACTIVE)
    desk = Admissions(_turning(doing, company_id, NoteKind.RESUMED, answer, None))
    with doing.answering():
        flow.resume(company_id, companies=Companies(table()), admissions=desk, now=doing.now)
    return answer
