from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.place.by_hand.job_orders import HERE, path_of
from functions.place.by_hand.order_forms import why
from functions.place.by_hand.recommendations import path_to
from functions.place.by_hand.room import shown, words
from functions.place.by_hand.told import name_of, readable
from functions.place.opening import opened
from functions.place.ordering import Of
from shared import clock, people, programs
from shared.contracts.problem import page_status
from shared.domain import asking
from shared.domain.candidate_file import CandidateFile
from shared.domain.company import Company
from shared.domain.errors import (
    CompanyNotActive,
    InvalidRequest,
    RelayError,
    StateForbids,
)
from shared.domain.ids import CandidateId, CompanyId
from shared.domain.job_order import JobOrder
from shared.domain.locale import Locale
from shared.domain.provision import values as handed
from shared.domain.recommendation import USUAL, Item
from shared.domain.tokyo import day as tokyo_day
from shared.forms import mistakes
from shared.pages.catalogue import words as shared_words
from shared.pages.when import day_of, moment
from shared.rooms import caller, language, query, start
from shared.table.candidate_files import CandidateFiles
from shared.table.proceedings import Proceedings
from shared.wires import table

ITEM: Final = "item-"
"""Before an item's name: its tick."""
PAGE: Final = 20


def ask_page(
    router: APIGatewayHttpRouter,
    of: Of,
    typed: Mapping[str, str],
    refused: RelayError | None = None,
) -> Response[str]:
    """Whom to ask, chosen among those waiting or by id; then what to ask them for.

    Three requests at most beside the note that the file was opened, while it was not merged.
    """
    named = CandidateId(typed.get("candidate_id", "")) or None
    company, order, file = Proceedings(table()).asking(*of, named)
    here, reader, now = words(router, "ask"), language(router), clock.now()
    if file:
        opened(caller(router, "agency:read"), file.candidate_id)
    wrong = _wrong(here["errors"], typed, file, refused)
    waiting, following = _waiting(router, company.company_id) if file is None else ([], None)
    ticked = {f"{ITEM}{item}" for item in USUAL} if refused is None else typed.keys()
    values: dict[str, Any] = {
        "company": company,
        "order": order,
        "at": path_of(*of),
        "file": file,
        "called": name_of(file),
        "known": readable(handed(file, Item, None), reader) if file else {},
        "items": shared_words(reader, "orders")["items"],
        "ticked": {item for item in Item if f"{ITEM}{item}" in ticked},
        "why_not": [why(no, here["refused"]) for no in forbids(order, company, file, now)],
        "is_returning": file is not None and company.company_id in file.let_go_by,
        "turned_down": _turned_down(file, company, reader) if file else [],
        "waiting": waiting,
        "following": programs.cursor(following),
        "is_later": "cursor" in query(router),
        "why": why(refused, here["refused"]) if refused and not wrong else None,
        "mistakes": wrong,
        "values": typed,
    }
    status = page_status(refused, wrong)
    return shown(router, "ask", HERE, values, status=status)


def _turned_down(file: CandidateFile, company: Company, reader: Locale) -> list[Mapping[str, str]]:
    """Where this company was shown them before, and said no."""
    before = Proceedings(table()).at_company(company.company_id, file)
    return [
        {"href": path_to(one), "on": day_of(one.recommended_at, reader)}
        for one in before
        if one.is_turned_down and one.recommended_at
    ]


def _wrong(
    said: Mapping[str, str],
    typed: Mapping[str, str],
    file: CandidateFile | None,
    refused: RelayError | None,
) -> dict[str, str]:
    fields = refused.fields if isinstance(refused, InvalidRequest) else {}
    named = typed.get("candidate_id")
    return mistakes({"candidate_id": "unknown"} if named and file is None else fields, said)


def forbids(
    order: JobOrder, company: Company, file: CandidateFile | None, now: datetime
) -> Iterator[RelayError]:
    """What would be refused, said before anybody asks."""
    on = tokyo_day(now)
    checks = [
        partial(people.agency().check_may_place, on),
        partial(asking.check_open, order, on),
        partial(company.check_may_spend, now),
    ]
    if file is not None:
        checks.append(partial(asking.check_candidate, file, company, on))
    for check in checks:
        try:
            check()
        except (StateForbids, CompanyNotActive) as no:
            yield no


def _waiting(
    router: APIGatewayHttpRouter, company_id: CompanyId
) -> tuple[list[dict[str, Any]], str | None]:
    reader, after = language(router), start(router, "{")
    found, following = CandidateFiles(table()).waiting(limit=PAGE, after=after)
    rows = [
        {
            "file": file,
            "by": moment(file.contact_by, reader) if file.contact_by else "",
            "is_returning": company_id in file.let_go_by,
        }
        for file in found
    ]
    return rows, following
