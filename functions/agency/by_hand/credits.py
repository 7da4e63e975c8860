"""/agency/companies/<id>/credits: each credit, and a proposal to give or to take one."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency import adjusting
from functions.agency.by_hand.one_company import LIST, about, seen
from functions.agency.by_hand.room import shown, words
from shared import forms, programs
from shared.contracts.adjustment import AdjustmentRequest
from shared.contracts.wire import parse
from shared.domain.company import Company, CompanyState
from shared.domain.credit import Lot, LotState
from shared.domain.errors import CreditNotFound, InvalidRequest
from shared.domain.expiry import over_at
from shared.domain.ids import CompanyId, JobOrderId
from shared.pages.when import day_of, last_day
from shared.rooms import caller, language, may, routes, start
from shared.signed_acts import act, over
from shared.table import keys
from shared.table.ledgers import Ledgers
from shared.table.own_names import OwnNames
from shared.table.standings import Standings
from shared.wires import table

router = routes()
HERE: Final = f"{LIST}/<company_id>/credits"
THEN: Final = "/agency/adjustments?done=proposed"
PAGE: Final = 100
GIVE: Final = "give"
"""Instead of the credit to take."""
NEVER_IN: Final = frozenset({CompanyState.PENDING_REVIEW, CompanyState.REFUSED})


@router.get(HERE)
def page(company_id: str) -> Response[str]:
    caller(router, "agency:read")
    return _page(company_id)


def _page(
    company_id: str,
    typed: Mapping[str, str] | None = None,
    mistakes: Mapping[str, str] | None = None,
    *,
    gone: bool = False,
) -> Response[str]:
    """`gone`: the credit to take cannot be taken any more."""
    named, after = CompanyId(company_id), start(router, keys.LOT_PREFIX)
    with seen():
        company, head = Standings(table()).of(named)
    lots, following = Ledgers(table()).lots(named, limit=PAGE, after=after)
    values = {
        **about(router, company, "credits"),
        "head": head,
        "rows": [_row(lot, company) for lot in lots],
        "titles": OwnNames(table(), named).job_orders(
            JobOrderId(lot.job_order_id) for lot in lots if lot.job_order_id
        ),
        "following": programs.cursor(following),
        "is_later": after is not None,
        "may_propose": may(router, "agency:write") and company.state not in NEVER_IN,
        "values": typed or {},
        "mistakes": mistakes or {},
        "gone": gone,
    }
    return shown(router, "credits", LIST, values, status=422 if mistakes else 409 if gone else 200)


def _row(lot: Lot, company: Company) -> Mapping[str, Any]:
    locale = language(router)
    return {
        "lot": lot,
        "granted": day_of(lot.granted_at, locale),
        "until": last_day(over_at(lot, company), locale),
        "is_free": lot.state is LotState.AVAILABLE,
    }


@router.post(f"{LIST}/<company_id>/adjustments")
def propose(company_id: str) -> Response[str]:
    doing, said = act(router, "agency:write", THEN), forms.typed(router)
    try:
        with seen():
            adjusting.propose(doing, CompanyId(company_id), _asked(said))
    except InvalidRequest as error:
        errors = words(router, "credits")["errors"]
        return _page(company_id, said, forms.sentences(error, errors))
    except CreditNotFound:
        return _page(company_id, said, gone=True)
    return over(doing)


def _asked(said: Mapping[str, str]) -> AdjustmentRequest:
    """Raises InvalidRequest."""
    what = said.get("what")
    if not what:
        raise InvalidRequest("choose what to change", {"what": "missing"})
    taken = {"amount": 1} if what == GIVE else {"amount": -1, "credit_id": what}
    return parse(AdjustmentRequest, {**taken, **forms.filled(said, "reason")})
