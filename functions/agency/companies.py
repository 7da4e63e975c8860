from typing import Annotated, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Query

from functions.agency import admitting
from shared import clock, programs
from shared.acts import act, asking, said
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
from shared.domain.company import CompanyState
from shared.domain.ids import CompanyId
from shared.domain.progress import exact
from shared.table.admissions import Admissions
from shared.table.companies import Companies
from shared.table.ledgers import Ledgers
from shared.table.members import Members
from shared.table.screening_notes import ScreeningNotes
from shared.wires import table

router = programs.routes()


@router.get("/v1/agency/companies", summary="Companies in one state, longest there first")
def page(
    state: Annotated[
        Literal["pending_review", "active", "suspended", "left", "refused"], Query()
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
    doing = act(router, "agency:write")
    return doing.said(admitting.note(doing, CompanyId(company_id), asked.text), 201)


@router.post("/v1/agency/companies/<company_id>/approve", summary="A manager lets a company in")
def approve(company_id: str) -> Response[CompanyStanding]:
    doing = act(router, "agency:manage")
    return doing.said(admitting.approve(doing, CompanyId(company_id)))


@router.post("/v1/agency/companies/<company_id>/refuse", summary="A manager turns it down")
def refuse(company_id: str, asked: Annotated[ReasonRequest, Body()]) -> Response[CompanyStanding]:
    doing = act(router, "agency:manage")
    return doing.said(admitting.refuse(doing, CompanyId(company_id), asked.reason))


@router.post("/v1/agency/companies/<company_id>/suspend", summary="A manager stops it for a while")
def suspend(company_id: str, asked: Annotated[ReasonRequest, Body()]) -> Response[CompanyStanding]:
    doing = act(router, "agency:manage")
    return doing.said(admitting.suspend(doing, CompanyId(company_id), asked.reason))


@router.post("/v1/agency/companies/<company_id>/resume", summary="A manager lets it go on")
def resume(company_id: str) -> Response[CompanyStanding]:
    doing = act(router, "agency:manage")
    return doing.said(admitting.resume(doing, CompanyId(company_id)))
