"""/agency/companies: those in one state, whoever waits for a decision first."""

from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand.one_company import LIST
from functions.agency.by_hand.room import shown
from shared import programs
from shared.domain.admission import Admission
from shared.domain.company import CompanyState
from shared.domain.errors import InvalidRequest
from shared.pages import trade
from shared.pages.when import moment
from shared.rooms import caller, language, query, routes, start
from shared.table.admissions import Admissions
from shared.wires import table

router = routes()
PAGE: Final = 50
WAITING: Final = CompanyState.PENDING_REVIEW
STATES: Final = (
    WAITING,
    CompanyState.ACTIVE,
    CompanyState.SUSPENDED,
    CompanyState.LEFT,
    CompanyState.REFUSED,
)


@router.get(LIST)
def page() -> Response[str]:
    caller(router, "agency:read")
    state, after, desk = _state(), start(router, "{"), Admissions(table())
    if state is WAITING:
        found, following = desk.waiting(limit=PAGE, after=after)
    else:
        found, following = desk.let_in(state, limit=PAGE, after=after)
    values = {
        "rows": [_row(one) for one in found],
        "state": state,
        "states": STATES,
        "following": programs.cursor(following),
        "is_later": after is not None,
    }
    return shown(router, "companies", LIST, values)


def _state() -> CompanyState:
    """Raises InvalidRequest."""
    asked = query(router).get("state") or WAITING
    if asked not in STATES:
        raise InvalidRequest("state is none of these", {"state": "malformed"})
    return CompanyState(asked)


def _row(one: Admission) -> dict[str, Any]:
    locale, company = language(router), one.company
    return {
        "company": company,
        "industry": trade.industry(company.industry or "", locale) or "–",
        "at": moment(one.refused_at or one.approved_at or company.created_at, locale),
    }
