"""/agency/candidates/<id>/ask: the open job orders they may be asked about, a form away."""

from collections.abc import Sequence
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.place.by_hand.ask_page import forbids
from functions.place.by_hand.candidate import ONE
from functions.place.by_hand.candidate_page import HERE
from functions.place.by_hand.job_orders import path_of
from functions.place.by_hand.order_forms import why
from functions.place.by_hand.room import shown, words
from functions.place.opening import opened
from shared import clock, programs
from shared.domain.candidate_file import CandidateFile
from shared.domain.company import Company
from shared.domain.ids import CandidateId, CompanyId
from shared.domain.job_order import JobOrder, JobOrderState
from shared.pages.when import day
from shared.rooms import caller, language, routes, start
from shared.table.order_lists import OrderLists
from shared.wires import table

router = routes()
ASK: Final = f"{ONE}/ask"


@router.get(ASK)
def page(candidate_id: str) -> Response[str]:
    """Three requests, while the file was not merged."""
    who, after = caller(router, "agency:write"), start(router, "{")
    names, following = OrderLists(table()).open(after=after)
    file, orders, companies = OrderLists(table()).told_for(CandidateId(candidate_id), names)
    file.check_there()
    opened(who, file.candidate_id)
    values = {
        "file": file,
        "path": f"{HERE}/{file.candidate_id}",
        "rows": _rows(file, orders, companies),
        "following": programs.cursor(following),
        "is_later": after is not None,
    }
    return shown(router, "candidate_ask", HERE, values)


def _rows(
    file: CandidateFile, orders: Sequence[JobOrder], companies: dict[CompanyId, Company]
) -> list[dict[str, Any]]:
    return [
        _row(file, one, companies[one.company_id])
        for one in orders
        if one.state is JobOrderState.ACCEPTED
    ]


def _row(file: CandidateFile, order: JobOrder, company: Company) -> dict[str, Any]:
    """Why not, in place of the way to the form, where the form would be refused."""
    refused, where = words(router, "ask")["refused"], path_of(order.company_id, order.job_order_id)
    return {
        "order": order,
        "company": company,
        "ask": f"{where}/ask?candidate={file.candidate_id}",
        "why_not": [why(no, refused) for no in forbids(order, company, file, clock.now())],
        "is_returning": company.company_id in file.let_go_by,
        "closes": day(order.closes_on, language(router)) if order.closes_on else "",
    }
