"""A credit given or taken by two people: by a key or by hand."""

from functions.agency import adjustments_flow as flow
from shared import mint
from shared.acts import Act
from shared.contracts.adjustment import AdjustmentAnswer, AdjustmentRequest, AdjustmentStanding
from shared.contracts.wire import midnight
from shared.domain.adjustment import Adjustment, AdjustmentState
from shared.domain.ids import CompanyId
from shared.retry import retry_on_conflict
from shared.table.adjustments import Adjustments
from shared.table.companies import Companies
from shared.table.credits import Credits
from shared.table.members import Members
from shared.wires import programme, table


def propose(doing: Act, company_id: CompanyId, asked: AdjustmentRequest) -> AdjustmentAnswer:
    proposed = _proposed(doing, company_id, asked)
    answer = AdjustmentAnswer.of(proposed, Members(table()).name(doing.who))
    told = {"company_id": company_id, "amount": str(asked.amount)}
    written = doing.table("adjustment.propose", proposed.adjustment_id, answer, 201, **told)
    with doing.answering():
        retry_on_conflict(Adjustments(written).propose)(proposed)
    return answer


def _proposed(doing: Act, company_id: CompanyId, asked: AdjustmentRequest) -> Adjustment:
    """Raises InvalidRequest, CompanyNotFound, CreditNotFound."""
    asked.check()
    Companies(table()).find(company_id)
    lot = None
    if asked.credit_id is not None:
        lot = Adjustments(table()).available(company_id, asked.credit_id)
    return Adjustment(
        mint.mint("adj", doing.now),
        company_id,
        asked.amount,
        asked.reason,
        proposed_by=doing.who,
        proposed_at=doing.now,
        number=lot.number if lot else None,
        credit_id=lot.credit_id if lot else None,
    )


def approve(doing: Act, adjustment_id: str) -> AdjustmentStanding:
    approver = doing.caller.person()
    answer = AdjustmentStanding(adjustment_id=adjustment_id, state=AdjustmentState.APPROVED)
    written = doing.table("adjustment.approve", adjustment_id, answer)
    with doing.answering():
        flow.approve(
            adjustment_id,
            approver,
            mint.mint("crd", midnight(doing.now.date())),
            adjustments=Adjustments(written),
            credits=Credits(table()),
            programme=programme(),
            now=doing.now,
        )
    return answer


def reject(doing: Act, adjustment_id: str) -> AdjustmentStanding:
    answer = AdjustmentStanding(adjustment_id=adjustment_id, state=AdjustmentState.REJECTED)
    written = Adjustments(doing.table("adjustment.reject", adjustment_id, answer))
    with doing.answering():
        flow.reject(adjustment_id, doing.who, adjustments=written, now=doing.now)
    return answer
