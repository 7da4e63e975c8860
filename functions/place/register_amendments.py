from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Path

from shared import programs
from shared.acts import Act, act
from shared.contracts.allowed import MONTH
from shared.contracts.register_amendments import Amended, EmployerAmended, FeeAmended, SeekerAmended
from shared.domain.amendment import FeeAmendment, SeekerAmendment
from shared.domain.ids import CandidateId, CompanyId, RecommendationId
from shared.domain.tokyo import day
from shared.retry import retry_on_conflict
from shared.table.companies import Companies
from shared.table.register_amendments import RegisterAmendments
from shared.wires import table

router = programs.routes()

Month = Annotated[str, Path(pattern=MONTH)]


def _amending(what: str, about: str) -> tuple[Act, RegisterAmendments]:
    doing = act(router, "agency:write")
    return doing, RegisterAmendments(doing.table(f"register.{what}", about, Amended()))


@router.patch(
    "/v1/agency/registers/seekers/<candidate_id>", summary="Address and birth, for the register"
)
def seeker(candidate_id: str, asked: Annotated[SeekerAmended, Body()]) -> Response[Amended]:
    doing, registers = _amending("seeker", candidate_id)
    told = SeekerAmendment(asked.address, asked.born_on, asked.remark)
    told.check(day(doing.now))
    with doing.answering():
        retry_on_conflict(registers.seeker)(CandidateId(candidate_id), told)
    return doing.said(Amended())


@router.patch(
    "/v1/agency/registers/employers/<company_id>", summary="A company's address and telephone"
)
def employer(company_id: str, asked: Annotated[EmployerAmended, Body()]) -> Response[Amended]:
    doing, registers = _amending("employer", company_id)
    found = Companies(table()).find(CompanyId(company_id)).company_id
    with doing.answering():
        retry_on_conflict(registers.employer)(found, asked.address, asked.phone)
    return doing.said(Amended())


@router.patch(
    "/v1/agency/registers/fees/<month>/<recommendation_id>",
    summary="When a fee was collected, what was paid back, whether they stayed",
)
def fee(
    month: Month, recommendation_id: str, asked: Annotated[FeeAmended, Body()]
) -> Response[Amended]:
    doing, registers = _amending("fee", recommendation_id)
    row = registers.fee(month, RecommendationId(recommendation_id))
    told = FeeAmendment(asked.collected_on, asked.refund_jpy, asked.stay, asked.remark)
    told.check(row, day(doing.now))
    with doing.answering():
        retry_on_conflict(registers.amend)(row, month, told)
    return doing.said(Amended())
