from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.manage import wires
from shared import programs, request, web
from shared.contracts.relay import CompanyAnswer, CompanyChange
from shared.domain.ids import CompanyId
from shared.retry import retry_on_conflict
from shared.table.companies import Companies
from shared.table.relays import Relays
from shared.wires import table

router = programs.routes()


@router.get("/v1/company", summary="Whom this key speaks for")
def mine() -> Response[CompanyAnswer]:
    return _said(wires.company(router, "progress:read"))


@router.patch("/v1/company", summary="Be named to hiring partners, or no longer")
def change(asked: Annotated[CompanyChange, Body()]) -> Response[CompanyAnswer]:
    company_id = wires.company(router, "job_orders:write")
    retry_on_conflict(Relays(table()).show_partners)(company_id, asked.shows_partners)
    return _said(company_id)


def _said(company_id: CompanyId) -> Response[CompanyAnswer]:
    answer = CompanyAnswer.of(Companies(table()).find(company_id))
    return Response(200, request.JSON, answer, headers=web.SAFE)
