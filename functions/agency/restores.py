from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.agency import adjustments_flow as flow
from functions.agency.acts import act, said
from shared import mint, programs
from shared.contracts.adjustment import CreditStanding
from shared.contracts.admission import ReasonRequest
from shared.domain.admission import NoteKind, ScreeningNote
from shared.domain.ids import CompanyId
from shared.table.companies import Companies
from shared.table.credits import Credits
from shared.table.screening_notes import ScreeningNotes
from shared.wires import programme, table

router = programs.routes()


@router.post(
    "/v1/agency/companies/<company_id>/credits/<number>/restore",
    summary="Who joined left early: the credit comes back, once",
)
def restore(
    company_id: str, number: int, asked: Annotated[ReasonRequest, Body()]
) -> Response[CreditStanding]:
    """For what no recommendation says; why is noted with the company."""
    doing, named = act(router, "agency:manage"), CompanyId(company_id)
    Companies(table()).find(named)
    answer = CreditStanding(company_id=company_id, number=number)
    noted = ScreeningNote(
        mint.mint("note", doing.now), doing.now, doing.who, NoteKind.RESTORED, asked.reason
    )
    written = doing.table("credit.restore", company_id, answer, number=str(number)).along(
        ScreeningNotes(table()).note(named, noted)
    )
    with doing.answering():
        flow.restore(named, number, credits=Credits(written), programme=programme(), now=doing.now)
    return said(answer)
