"""/agency/rights: what people asked of their data and until when it is answered; a new request."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.agency.by_hand import log_form
from functions.agency.by_hand.room import shown, words
from functions.agency.by_hand.whose import file_of
from shared import clock, programs
from shared.contracts.rights import RightsRequested
from shared.contracts.wire import parse
from shared.domain.asked_of_us import answer_by, is_overdue
from shared.domain.errors import InvalidRequest
from shared.domain.ids import CandidateId
from shared.domain.locale import Locale
from shared.domain.rights import RightsRequest
from shared.domain.tokyo import day as tokyo_day
from shared.mint import mint
from shared.pages.when import day, moment
from shared.rooms import caller, language, may, query, routes, start
from shared.signed_acts import act, over
from shared.table import keys
from shared.table.rights import RightsRequests
from shared.wires import table

router = routes()
HERE: Final = "/agency/rights"
READS, WRITES = "agency:read", "agency:write"
PAGE: Final = 50


@router.get(HERE)
def page() -> Response[str]:
    """The open ones and those that are over, each turned by a cursor of its own."""
    caller(router, READS)
    older = programs.after(query(router).get("older"), keys.RIGHTS_PREFIX)
    later, kept = start(router, "{"), RightsRequests(table())
    waiting, following = kept.open(limit=PAGE, after=later) if not older else ((), None)
    known, before = kept.all(limit=PAGE, after=older) if not later else ((), None)
    locale = language(router)
    values = {
        "waiting": [row(one, locale) for one in waiting],
        "following": programs.cursor(following),
        "closed": [row(one, locale) for one in known if not one.is_open],
        "older": programs.cursor(before),
        "is_later": later is not None,
        "is_older": older is not None,
        "may_write": may(router, WRITES),
    }
    return shown(router, "rights", HERE, values)


def row(one: RightsRequest, locale: Locale) -> dict[str, Any]:
    return {
        "one": one,
        "received": day(one.received_on, locale),
        "answer_by": day(answer_by(one.received_on), locale),
        "is_late": one.is_open and is_overdue(one.received_on, clock.now()),
        "closed": moment(one.closed_at, locale) if one.closed_at else None,
    }


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
