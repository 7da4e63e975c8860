"""an adjustment -> may it be, and may this person? -> the credit moves as two people decided."""

from datetime import datetime

from shared.contracts.events import CreditAdjusted
from shared.domain import redemption
from shared.domain.adjustment import Adjustment
from shared.domain.redemption import Move
from shared.ports.ledger import Adjustments, Credits
from shared.ports.programme import Programme
from shared.retry import retry_on_conflict


@retry_on_conflict
def approve(
    adjustment_id: str,
    who: str,
    credit_id: str,
    *,
    adjustments: Adjustments,
    credits: Credits,
    programme: Programme,
    now: datetime,
) -> None:
    """
    Args:
        credit_id: the new credit's, where one is given.

    Raises:
        NotFound, StateForbids, SameApprover, CreditNotFound
        AlreadyPosted: another one took its number.
    """
    proposed = adjustments.find(adjustment_id)
    proposed.check_approver(who)
    move = _moved(proposed, credit_id, credits, programme, now)
    name = f"adjusted:{adjustment_id}"
    adjusted = CreditAdjusted.of(move.after, name, now, amount=proposed.amount)
    adjustments.approve(proposed.approved(who, move.after, now), move, adjusted)


def _moved(
    proposed: Adjustment, credit_id: str, credits: Credits, programme: Programme, now: datetime
) -> Move:
    rules = programme.at(now)
    if proposed.number is None:
        head = credits.standing(proposed.company_id).head
        return redemption.give(head, credit_id, now=now, rules=rules)
    head, lot = credits.find(proposed.company_id, proposed.number)
    return redemption.take(head, lot, on=now.date(), rules=rules)


@retry_on_conflict
def reject(adjustment_id: str, who: str, *, adjustments: Adjustments, now: datetime) -> None:
    """Raises NotFound, StateForbids."""
    adjustments.reject(adjustments.find(adjustment_id).rejected(who, now))
