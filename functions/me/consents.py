from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.me import own_flow
from functions.me.room import back, event, locale, me, routes, shown
from shared import clock, request
from shared.contracts.own import ConsentsTyped
from shared.contracts.wire import parse
from shared.domain.consent import Consents
from shared.leaving import METHOD as WITHDRAWN
from shared.pages.consent import TEXT_VERSION, TEXTS
from shared.pages.when import moment
from shared.table.candidate_files import CandidateFiles
from shared.table.own_files import OwnFiles
from shared.wires import programme, table

router = routes()
OPTIONAL = ("news", "statistics", "ai_matching")
HERE = "/me/consents"


@router.get(HERE)
def look() -> Response[str]:
    own, spoken = OwnFiles(table()).read(me(router)), locale(router)
    file = own.file
    given = {f"consents.{name}": "on" for name in OPTIONAL if getattr(file.consents, name)}
    values: dict[str, Any] = {
        "is_open": file.is_open,
        "agreed_at": moment(file.agreed_at or file.opened_at, spoken),
        "consents": TEXTS[spoken],
        "values": given,
        "before": [
            {
                "at": moment(once.at, spoken),
                "given": _given(once.consents),
            }
            for once in reversed(own.agreed)
        ],
    }
    return shown(router, "consents", values)


def _given(consents: Consents) -> list[str]:
    """What they agreed to then, by name; nothing where they withdrew."""
    if consents.method == WITHDRAWN:
        return []
    return ["core", *(name for name in OPTIONAL if getattr(consents, name))]


@router.post(HERE)
def choose() -> Response[str]:
    said = parse(ConsentsTyped, ConsentsTyped.sent(request.values(event(router))))
    wanted, now = said.model_dump(), clock.now()
    files = CandidateFiles(table())
    own_flow.agree(me(router), wanted, TEXT_VERSION, files=files, now=now)
    return back(router, HERE, "kept")


@router.post("/me/return")
def come_back() -> Response[str]:
    """The needed consent, given again."""
    files, now = CandidateFiles(table()), clock.now()
    how = TEXT_VERSION
    own_flow.come_back(me(router), how, files=files, programme=programme(), now=now)
    return back(router, "/me", "returned")
