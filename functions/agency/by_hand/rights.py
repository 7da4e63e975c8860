"""/agency/rights: what people asked of their data and until when it is answered; a new request."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.agency.by_hand import log_form
from functions.agency.by_hand.asked_of_us import lists
from functions.agency.by_hand.room import shown, words
from functions.agency.by_hand.whose import file_of
from shared import clock
from shared.contracts.rights import RightsRequested
from shared.contracts.wire import parse
from shared.domain.errors import InvalidRequest
from shared.domain.ids import CandidateId
from shared.domain.rights import RightsRequest
from shared.domain.tokyo import day as tokyo_day
from shared.mint import mint
from shared.rooms import caller, may, query, routes
from shared.signed_acts import act, over
from shared.table import keys
from shared.table.rights import RightsRequests
from shared.wires import table

router = routes()
HERE: Final = "/agency/rights"
READS, WRITES = "agency:read", "agency:write"


@router.get(HERE)
def page() -> Response[str]:
    caller(router, READS)
    values = {
        **lists(router, RightsRequests(table()), keys.RIGHTS_PREFIX),
        "may_write": may(router, WRITES),
    }
    return shown(router, "rights", HERE, values)


def labels(router: APIGatewayHttpRouter) -> dict[str, Any]:
    """What is asked for, and what became of it, by their names."""
    said = words(router, "rights")
    return {"wanted": said["wanted"], "states": said["states"]}


@router.get(f"{HERE}/new")
def ask() -> Response[str]:
    """A file's page leads here with its `whose`."""
    caller(router, WRITES)
    whose = query(router).get("whose", "")
    return _form({"received_on": str(tokyo_day(clock.now())), "whose": whose}, {})


def _form(
    values: Mapping[str, str], mistakes: Mapping[str, str], status: int = 200
) -> Response[str]:
    told = {
        "values": values,
        "mistakes": mistakes,
        "today": tokyo_day(clock.now()),
        **labels(router),
    }
    return shown(router, "rights_new", HERE, told, status=status)


@router.post(HERE)
def add() -> Response[str]:
    request_id = mint("rgt", clock.now())
    doing = act(router, WRITES, f"{HERE}/{request_id}?done=added")
    said = log_form.typed(router)
    try:
        asked = parse(RightsRequested, _fields(said))
        asked.check(tokyo_day(doing.now))
        whose = _whose(asked)
    except InvalidRequest as error:
        errors = words(router, "rights_new")["errors"]
        return _form(said, log_form.sentences(error, errors), 422)
    of = asked.model_dump(exclude={"whose", "nobody"})
    of |= {"opened_by": doing.who, "opened_at": doing.now}
    new = RightsRequest(request_id, candidate_id=whose, **of)
    with doing.answering():
        RightsRequests(doing.table("rights.open", request_id, wanted=new.wanted)).add(new)
    return over(doing)


def _fields(said: Mapping[str, str]) -> dict[str, Any]:
    return {**log_form.filled(said), "nobody": said.get("nobody") == "on"}


def _whose(asked: RightsRequested) -> CandidateId | None:
    """Raises InvalidRequest: nobody's, and it was not said that they are nobody's."""
    found = file_of(asked.whose) if asked.whose else None
    if found is None and not asked.nobody:
        code = "unknown" if asked.whose else "missing"
        raise InvalidRequest("nobody's file", {"whose": code})
    return found
