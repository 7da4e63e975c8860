"""/agency/search: candidates, companies and job orders by name, address or number.

What is looked for is in a form and in no address: it stands in no log and no history.
"""

from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand.room import shown, words
from functions.agency.searching import search
from shared import programs
from shared.domain.candidate_file import CandidateFile
from shared.domain.company import Company
from shared.forms import typed
from shared.pages.when import day_of
from shared.rooms import caller, language, routes
from shared.table import keys
from shared.table.searches import Found, Searches
from shared.wires import pepper, table

router = routes()
HERE: Final = "/agency/search"
LONGEST: Final = 120


@router.get(HERE)
def page() -> Response[str]:
    caller(router, "agency:read")
    return shown(router, "search", HERE, {"asked": ""})


@router.post(HERE)
def find() -> Response[str]:
    caller(router, "agency:read")
    said = typed(router)
    asked, cursor = said.get("q", ""), said.get("cursor", "")
    found = None
    if len(asked) <= LONGEST:
        after = programs.after(cursor, keys.FOUND_PREFIX)
        found = search(asked, searches=Searches(table()), secrecy=pepper(), after=after)
    if found is None:
        told = words(router, "search")["errors"]["q"]
        wrong = {"asked": asked, "values": {"q": asked}, "mistakes": {"q": told}}
        return shown(router, "search", HERE, wrong, status=422)
    rows, following = found
    values = {
        "asked": asked,
        "values": {"q": asked},
        "rows": [_row(one) for one in rows],
        "following": programs.cursor(following),
        "is_later": bool(cursor),
    }
    return shown(router, "search", HERE, values)


def _row(found: Found) -> dict[str, Any]:
    locale = language(router)
    match found:
        case CandidateFile():
            return {
                "kind": "candidate",
                "href": f"/agency/candidates/{found.candidate_id}",
                "name": found.candidate.full_name,
                "more": found.reading,
                "state": found.state,
                "since": day_of(found.opened_at, locale),
            }
        case Company():
            return {
                "kind": "company",
                "href": f"/agency/companies/{found.company_id}",
                "name": found.name,
                "more": None,
                "state": found.state,
                "since": day_of(found.created_at, locale),
            }
    order = found.order
    return {
        "kind": "job_order",
        "href": f"/agency/companies/{order.company_id}/job-orders/{order.job_order_id}",
        "name": order.title,
        "more": found.company_name,
        "state": order.state,
        "since": day_of(order.posted_at, locale),
    }
