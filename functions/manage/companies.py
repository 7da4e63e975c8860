from typing import Annotated, Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from shared import clock, found_by, programs, request, web
from shared.company import applying
from shared.contracts.company import CompanyAsked, CompanyRequest
from shared.domain.company_member import first_owner
from shared.domain.ids import CompanyId
from shared.domain.once import Reply
from shared.mint import mint
from shared.table.companies import Companies
from shared.table.company_members import CompanyMembers
from shared.wires import pepper, table

router = programs.routes()


@router.post(
    "/v1/companies", status_code=201, summary="Ask to take part; the agency approves", security=[]
)
def ask(asked: Annotated[CompanyRequest, Body()]) -> Response[CompanyAsked]:
    event: dict[str, Any] = router.current_event.raw_event
    now = clock.now()
    company = applying.drawn_up(asked, CompanyId(mint("co", now)), now=now)
    person = pepper().person(asked.contact_email)
    owner = first_owner(company, person, mint("mem", now))
    answer = CompanyAsked(company_id=company.company_id)
    beside = *CompanyMembers(table()).added(owner), *found_by.company(pepper(), company)
    visitor = pepper().visitor(request.visitor_address(event), f"{now:%Y-%m-%d}")
    applying.ask(
        company,
        visitor=visitor,
        once=programs.once(event, "public"),
        reply=Reply(201, answer.model_dump_json()),
        companies=Companies(table().along(*beside)),
    )
    return Response(201, request.JSON, answer, headers=web.SAFE)
