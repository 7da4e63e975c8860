from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.me import own_flow
from functions.me.room import back, event, me, routes, shown
from shared import clock, request
from shared.contracts.own import CompanyTyped
from shared.contracts.wire import parse
from shared.domain.errors import InvalidRequest
from shared.table.candidate_files import CandidateFiles
from shared.wires import table

router = routes()
HERE = "/me/blocked"


@router.get(HERE)
def look() -> Response[str]:
    return _page()


@router.post(HERE)
def add() -> Response[str]:
    typed = request.values(event(router))
    try:
        company = parse(CompanyTyped, typed).company
        files = CandidateFiles(table())
        own_flow.block(me(router), company, files=files, now=clock.now())
    except InvalidRequest as error:
        if request.prefers_json(event(router)):
            raise
        said = typed.get("company") if isinstance(typed, dict) else ""
        return _page(said if isinstance(said, str) else "", error.fields)
    return back(router, HERE, "added")


@router.post("/me/blocked/remove")
def remove() -> Response[str]:
    company = parse(CompanyTyped, request.values(event(router))).company
    files = CandidateFiles(table())
    own_flow.unblock(me(router), company, files=files, now=clock.now())
    return back(router, HERE, "removed")


def _page(company: str = "", wrong: dict[str, str] | None = None) -> Response[str]:
    file = CandidateFiles(table()).find(me(router))
    file.check_there()
    values: dict[str, Any] = {
        "blocked": file.blocked,
        "values": {"company": company},
        "mistakes": wrong or {},
    }
    return shown(router, "blocked", values, status=422 if wrong else 200)
