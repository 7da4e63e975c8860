"""/agency/companies/<id>/counted: what counts for it, month by month."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand.one_company import LIST, about, seen
from functions.agency.by_hand.room import shown
from shared import clock, programs
from shared.domain import months
from shared.domain.ids import CompanyId
from shared.domain.registration import Registration
from shared.pages.when import moment, month
from shared.rooms import caller, language, routes, start
from shared.rooms import month as asked_month
from shared.table.own_names import OwnNames
from shared.table.rolls import Rolls
from shared.wires import table

router = routes()
HERE: Final = f"{LIST}/<company_id>/counted"
PAGE: Final = 50


@router.get(HERE)
def page(company_id: str) -> Response[str]:
    caller(router, "agency:read")
    this = f"{clock.now():%Y-%m}"
    asked, after = asked_month(router, this), start(router, "{")
    wanted = months.first(asked)
    with seen():
        company, found, following = Rolls(table()).counted(
            CompanyId(company_id), wanted, limit=PAGE, after=after
        )
    values = {
        **about(router, company, "counted"),
        "rows": [_row(one) for one in found],
        "links": OwnNames(table(), company.company_id).links(one.link_id for one in found),
        "month": f"{wanted:%Y-%m}",
        "called": month(wanted.year, wanted.month, language(router)),
        "before": months.before(asked),
        "next": months.after(asked) if asked < this else None,
        "following": programs.cursor(following),
        "is_later": after is not None,
    }
    return shown(router, "counted", LIST, values)


def _row(one: Registration) -> Mapping[str, Any]:
    return {"registration": one, "at": moment(one.submitted_at, language(router))}
