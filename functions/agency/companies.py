from typing import Annotated, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.agency import companies_flow as flow
from shared import clock, mint, programs
from shared.acts import Act, act, asking, said
from shared.contracts.admission import (
    CompanyAtDesk,
    CompanyDeskPage,
    CompanyFile,
    CompanyStanding,
    NoteAnswer,
    NoteRequest,
    ReasonRequest,
)
from shared.contracts.statement import ProgressAnswer
from shared.domain.admission import NoteKind, ScreeningNote
from shared.domain.company import CompanyState
from shared.domain.ids import CompanyId
from shared.domain.progress import exact
from shared.retry import retry_on_conflict
from shared.table.admissions import Admissions
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.ledgers import Ledgers
from shared.table.members import Members
from shared.table.screening_notes import ScreeningNotes
from shared.wires import table

router = programs.routes()


@router.get("/v1/agency/companies", summary="Companies in one state, longest there first")
def page(
    state: Annotated[
        Literal["pending_review", "active", "suspended", "left"], Query()
    ] = "pending_review",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[str, Query()] = "",
) -> Response[CompanyDeskPage]:
    asking(router, "agency:read")
    start, desk, wanted = programs.after(cursor, "{"), Admissions(table()), CompanyState(state)
    if wanted is CompanyState.PENDING_REVIEW:
        found, following = desk.waiting(limit=limit, after=start)
    else:
        found, following = desk.let_in(wanted, limit=limit, after=start)
    items = [CompanyAtDesk.of(one) for one in found]
    return said(CompanyDeskPage(items=items, next_cursor=programs.cursor(following)))


@router.get("/v1/agency/companies/<company_id>", summary="All the agency knows of a company")
def one(company_id: str) -> Response[CompanyFile]:
    asking(router, "agency:read")
    named, desk = CompanyId(company_id), Admissions(table())
    company = CompanyAtDesk.of(desk.find(named))
    notes, names = ScreeningNotes(table()).newest(named), Members(table()).names()
    return said(
        CompanyFile(
            company=company,
            progress=_progress(named),
            links=desk.links(named),
            notes=[NoteAnswer.of(note, names.get(note.who)) for note in notes],
        )
    )


@router.get("/v1/agency/companies/<company_id>/progress", summary="Its exact figures, now")
def progress(company_id: str) -> Response[ProgressAnswer]:
    asking(router, "agency:read")
    Companies(table()).find(CompanyId(company_id))
    return said(_progress(CompanyId(company_id)))


def _progress(company_id: CompanyId) -> ProgressAnswer:
    tally, head = Ledgers(table()).tally_and_head(company_id)
    return ProgressAnswer.of(exact(tally, head), as_of=clock.now())


@router.post(
    "/v1/agency/companies/<company_id>/notes", status_code=201, summary="Note what was found"
)
def note(company_id: str, asked: Annotated[NoteRequest, Body()]) -> Response[NoteAnswer]:
    doing, named = act(router, "agency:write"), CompanyId(company_id)
    Companies(table()).find(named)
    noted = _note(doing, NoteKind.NOTE, asked.text)
    answer = NoteAnswer.of(noted, Members(table()).name(noted.who))
    written = doing.table("company.note", company_id, answer, 201, note_id=noted.note_id)
    with doing.answering():
        retry_on_conflict(ScreeningNotes(written).add)(named, noted)
    return doing.said(answer, 201)


def _note(doing: Act, kind: NoteKind, text: str | None = None) -> ScreeningNote:
    return ScreeningNote(mint.mint("note", doing.now), doing.now, doing.who, kind, text)


def _turning(
    doing: Act, company_id: CompanyId, kind: NoteKind, answer: CompanyStanding, text: str | None
) -> Table:
    """The act is noted twice: why, with the company; that, in the audit log."""
    noted = ScreeningNotes(table()).note(company_id, _note(doing, kind, text))
    return doing.table(f"company.{kind}", company_id, answer).along(noted)


@router.post("/v1/agency/companies/<company_id>/approve", summary="A manager lets a company in")
def approve(company_id: str) -> Response[CompanyStanding]:
    doing, named = act(router, "agency:manage"), CompanyId(company_id)
    answer = CompanyStanding(company_id=company_id, state=CompanyState.ACTIVE)
    written = _turning(doing, named, NoteKind.APPROVED, answer, None)
    with doing.answering():
        flow.approve(named, companies=Companies(written), now=doing.now)
    return doing.said(answer)


@router.post("/v1/agency/companies/<company_id>/refuse", summary="A manager turns it down")
def refuse(company_id: str, asked: Annotated[ReasonRequest, Body()]) -> Response[CompanyStanding]:
    doing, named = act(router, "agency:manage"), CompanyId(company_id)
    answer = CompanyStanding(company_id=company_id, state=CompanyState.REFUSED)
    written = _turning(doing, named, NoteKind.REFUSED, answer, asked.reason)
    desk = Admissions(written)
    with doing.answering():
        flow.refuse(named, companies=Companies(table()), admissions=desk, now=doing.now)
    return doing.said(answer)


@router.post("/v1/agency/companies/<company_id>/suspend", summary="A manager stops it for a while")
def suspend(company_id: str, asked: Annotated[ReasonRequest, Body()]) -> Response[CompanyStanding]:
    doing, named = act(router, "agency:manage"), CompanyId(company_id)
    answer = CompanyStanding(company_id=company_id, state=CompanyState.SUSPENDED)
    written = _turning(doing, named, NoteKind.SUSPENDED, answer, asked.reason)
    with doing.answering():
        desk = Admissions(written)
        flow.suspend(named, companies=Companies(table()), admissions=desk, now=doing.now)
    return doing.said(answer)


@router.post("/v1/agency/companies/<company_id>/resume", summary="A manager lets it go on")
def resume(company_id: str) -> Response[CompanyStanding]:
    doing, named = act(router, "agency:manage"), CompanyId(company_id)
    answer = CompanyStanding(company_id=company_id, state=CompanyState.ACTIVE)
    written = _turning(doing, named, NoteKind.RESUMED, answer, None)
    with doing.answering():
        desk = Admissions(written)
        flow.resume(named, companies=Companies(table()), admissions=desk, now=doing.now)
    return doing.said(answer)
