from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.manage import wires
from shared import programs
from shared.acts import act, said
from shared.contracts.relay import CompanyAnswer, CompanyChange
from shared.retry import retry_on_conflict
from shared.table.companies import Companies
from shared.table.relays import Relays
from shared.wires import table

router = programs.routes()


@router.get("/v1/company", summary="Whom this key speaks for")
def mine() -> Response[CompanyAnswer]:
    return said(CompanyAnswer.of(Companies(table()).find(wires.company(router, "progress:read"))))


@router.patch("/v1/company", summary="Be named to hiring partners, or no longer")
def change(asked: Annotated[CompanyChange, Body()]) -> Response[CompanyAnswer]:
    doing = act(router, "job_orders:write")
    wish = str(asked.shows_partners).lower()
    noted = doing.telling("company.change", doing.company_id, {"shows_partners.after": wish})
    retry_on_conflict(Relays(noted).show_partners)(doing.company_id, asked.shows_partners)
    return said(CompanyAnswer.of(Companies(table()).find(doing.company_id)))
