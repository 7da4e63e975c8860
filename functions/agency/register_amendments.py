from datetime import UTC, datetime
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Path

from shared import programs, request, web
from shared.contracts.register_amendments import Amended, EmployerAmended, FeeAmended, SeekerAmended
from shared.domain.access import Caller
from shared.domain.amendment import FeeAmendment, SeekerAmendment
from shared.domain.ids import CandidateId, CompanyId, RecommendationId
from shared.domain.tokyo import day
from shared.table.companies import Companies
from shared.table.register_amendments import RegisterAmendments
from shared.wires import table

router = programs.routes()

Month = Annotated[str, Path(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]


def _may() -> RegisterAmendments:
    caller: Caller = router.context["caller"]
    caller.check("agency:write")
    return RegisterAmendments(table())


def _done() -> Response[Amended]:
    return Response(200, request.JSON, Amended(), headers=web.SAFE)


@router.patch(
    "/v1/agency/registers/seekers/<candidate_id>", summary="Address and birth, for the register"
)
def seeker(candidate_id: str, asked: Annotated[SeekerAmended, Body()]) -> Response[Amended]:
    registers = _may()
    said = SeekerAmendment(asked.address, asked.born_on, asked.remark)
    said.check(day(datetime.now(UTC)))
    registers.seeker(CandidateId(candidate_id), said)
    return _done()


@router.patch(
    "/v1/agency/registers/employers/<company_id>", summary="A company's address and telephone"
)
def employer(company_id: str, asked: Annotated[EmployerAmended, Body()]) -> Response[Amended]:
    registers = _may()
    found = Companies(table()).find(CompanyId(company_id)).company_id
    registers.employer(found, asked.address, asked.phone)
    return _done()


@router.patch(
    "/v1/agency/registers/fees/<month>/<recommendation_id>",
    summary="When a fee was collected, what was paid back, whether they stayed",
)
def fee(
    month: Month, recommendation_id: str, asked: Annotated[FeeAmended, Body()]
) -> Response[Amended]:
    registers = _may()
    row = registers.fee(month, RecommendationId(recommendation_id))
    said = FeeAmendment(asked.collected_on, asked.refund_jpy, asked.stay, asked.remark)
    said.check(row, day(datetime.now(UTC)))
    registers.amend(row, month, said)
    return _done()
