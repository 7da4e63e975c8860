"""Companies, as the agency sees them: exact figures, times to the second."""

from typing import Annotated, Self

from pydantic import AwareDatetime, Field

from shared.contracts.member import WHO, WHO_NAME
from shared.contracts.statement import ProgressAnswer
from shared.contracts.wire import Answer, Body
from shared.domain.admission import Admission, NoteKind, ScreeningNote
from shared.domain.company import CompanyState
from shared.domain.locale import Locale

Text = Annotated[str, Field(min_length=1, max_length=2000, pattern=r"\S")]


class NoteRequest(Body):
    text: Text


class ReasonRequest(Body):
    reason: Text


class NoteAnswer(Answer):
    note_id: str
    at: AwareDatetime
    who: str = Field(description=WHO)
    who_name: str | None = Field(description=WHO_NAME)
    kind: NoteKind
    text: str | None

    @classmethod
    def of(cls, note: ScreeningNote, name: str | None) -> Self:
        return cls(
            note_id=note.note_id,
            at=note.at,
            who=note.who,
            who_name=name,
            kind=note.kind,
            text=note.text,
        )


class CompanyStanding(Answer):
    company_id: str
    state: CompanyState


class CompanyAtDesk(CompanyStanding):
    name: str
    contact_name: str
    contact_email: str
    industry: str | None
    size_band: str | None
    locale: Locale
    created_at: AwareDatetime
    approved_at: AwareDatetime | None
    usable_until: AwareDatetime | None = Field(
        description="A company that left spends its credits until then."
    )

    @classmethod
    def of(cls, admission: Admission) -> Self:
        company = admission.company
        return cls(
            company_id=company.company_id,
            state=company.state,
            name=company.name,
            contact_name=company.contact_name,
            contact_email=company.contact_email,
            industry=company.industry,
            size_band=company.size_band,
            locale=company.locale,
            created_at=company.created_at,
            approved_at=admission.approved_at,
            usable_until=company.usable_until,
        )


class CompanyFile(Answer):
    company: CompanyAtDesk
    progress: ProgressAnswer
    links: int = Field(description="Counted up to 1,000.")
    notes: list[NoteAnswer] = Field(description="The newest hundred, newest first.")


class CompanyDeskPage(Answer):
    items: list[CompanyAtDesk]
    next_cursor: str | None
