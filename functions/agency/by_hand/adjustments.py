"""/agency/adjustments: what one person proposed and another decides."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency import adjusting
from functions.agency.by_hand.room import done, shown, words
from shared import programs, signed_in
from shared.acts import Act
from shared.contracts.adjustment import AdjustmentStanding
from shared.contracts.problem import page_status
from shared.domain.adjustment import Adjustment
from shared.domain.errors import CreditNotFound, RelayError, SameApprover, StateForbids
from shared.pages.when import moment
from shared.rooms import caller, language, may, routes, start
from shared.signed_acts import act, over
from shared.table.adjustments import Adjustments
from shared.table.inboxes import Inboxes
from shared.table.members import Members
from shared.wires import table

router = routes()
HERE: Final = "/agency/adjustments"
ONE: Final = f"{HERE}/<adjustment_id>"
PAGE: Final = 50


@router.get(HERE)
def page() -> Response[str]:
    caller(router, "agency:read")
    return _page()


def _page(refused: RelayError | None = None) -> Response[str]:
    after = start(router, "{")
    found, following = Adjustments(table()).proposed(limit=PAGE, after=after)
    names = Members(table()).names()
    companies = Inboxes(table()).names({one.company_id for one in found})
    values = {
        "rows": [_row(one, names, companies) for one in found],
        "following": programs.cursor(following),
        "is_later": after is not None,
        "may_decide": may(router, "agency:manage"),
        "refused": _why(refused) if refused else None,
        "done": None if refused else done(router, "adjustments"),
    }
    status = page_status(refused)
    return shown(router, "adjustments", HERE, values, status=status)


def _row(
    one: Adjustment, names: Mapping[str, str], companies: Mapping[str, str]
) -> Mapping[str, Any]:
    return {
        "adjustment": one,
        "company": companies.get(one.company_id, one.company_id),
        "who": names.get(one.proposed_by) or one.proposed_by[:12],
        "at": moment(one.proposed_at, language(router)),
        "is_mine": one.proposed_by == signed_in.session(router).person,
    }


def _why(refused: RelayError) -> str:
    """What it came to meanwhile, or its credit."""
    said: Mapping[str, str] = words(router, "adjustments")["refused"]
    state = refused.state if isinstance(refused, StateForbids) else refused.code
    return said.get(state) or said[refused.code]


@router.post(f"{ONE}/approve")
def approve(adjustment_id: str) -> Response[str]:
    return _decided(adjustment_id, "approved", adjusting.approve)


@router.post(f"{ONE}/reject")
def reject(adjustment_id: str) -> Response[str]:
    return _decided(adjustment_id, "rejected", adjusting.reject)


def _decided(
    adjustment_id: str, how: str, decide: Callable[[Act, str], AdjustmentStanding]
) -> Response[str]:
    doing = act(router, "agency:manage", f"{HERE}?done={how}")
    try:
        decide(doing, adjustment_id)
    except (StateForbids, SameApprover, CreditNotFound) as refused:
        return _page(refused)
    return over(doing)
