from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Path

from functions.place import amending
from shared import programs
from shared.acts import act
from shared.contracts.allowed import MONTH
from shared.contracts.register_amendments import Amended, EmployerAmended, FeeAmended, SeekerAmended

router = programs.routes()

Month = Annotated[str, Path(pattern=MONTH)]


@router.patch(
    "/v1/agency/registers/seekers/<candidate_id>", summary="Address and birth, for the register"
)
def seeker(candidate_id: str, asked: Annotated[SeekerAmended, Body()]) -> Response[Amended]:
    doing = act(router, "agency:write")
    amending.seeker(doing, candidate_id, asked)
    return doing.said(Amended())


@router.patch(
    "/v1/agency/registers/employers/<company_id>", summary="A company's address and telephone"
)
def employer(company_id: str, asked: Annotated[EmployerAmended, Body()]) -> Response[Amended]:
    doing = act(router, "agency:write")
    amending.employer(doing, company_id, asked)
    return doing.said(Amended())


@router.patch(
    "/v1/agency/registers/fees/<month>/<recommendation_id>",
    summary="When a fee was collected, what was paid back, whether they stayed",
)
def fee(
    month: Month, recommendation_id: str, asked: Annotated[FeeAmended, Body()]
) -> Response[Amended]:
    doing = act(router, "agency:write")
    amending.fee(doing, month, recommendation_id, asked)
    return doing.said(Amended())
