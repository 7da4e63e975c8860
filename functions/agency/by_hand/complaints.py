"""/agency/complaints: what people complained of, the open ones first; all of it as a sheet."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.agency.by_hand import log_form
from functions.agency.by_hand.asked_of_us import lists
from functions.agency.by_hand.room import done, shown, words
from functions.agency.by_hand.whose import file_of
from shared import clock, programs
from shared.contracts.complaint import ComplaintRequest
from shared.contracts.wire import parse
from shared.domain.complaint import Complaint
from shared.domain.errors import InvalidRequest
from shared.domain.ids import CandidateId
from shared.domain.seat import AGENCY_MANAGE
from shared.domain.tokyo import day as tokyo_day
from shared.downloads import dated, spreadsheet
from shared.mint import mint
from shared.pages.sheet import Cell, sheet
from shared.rooms import caller, may, routes, start
from shared.signed_acts import act, over
from shared.table import keys
from shared.table.complaints import Complaints
from shared.table.members import Members
from shared.wires import table

router = routes()
HERE: Final = "/agency/complaints"
READS, WRITES = "agency:read", "agency:write"
FILE: Final = 5_000
"""Complaints in one file."""


@router.get(HERE)
def page() -> Response[str]:
    caller(router, READS)
    values = {
        **lists(router, Complaints(table()), keys.COMPLAINT_PREFIX),
        "may_write": may(router, WRITES),
        "may_export": may(router, AGENCY_MANAGE),
        "done": done(router, "complaints"),
    }
    return shown(router, "complaints", HERE, values)


def labels(router: APIGatewayHttpRouter) -> dict[str, Any]:
    """What kinds and complainants are called."""
    said = words(router, "complaints")
    return {"kinds": said["kinds"], "complainants": said["complainants"]}


@router.get(f"{HERE}/new")
def ask() -> Response[str]:
    caller(router, WRITES)
    return _form({"received_on": str(tokyo_day(clock.now()))}, {})


def _form(
    values: Mapping[str, str], mistakes: Mapping[str, str], status: int = 200
) -> Response[str]:
    told = {
        "values": values,
        "mistakes": mistakes,
        "today": tokyo_day(clock.now()),
        **labels(router),
    }
    return shown(router, "complaint_new", HERE, told, status=status)


@router.post(HERE)
def add() -> Response[str]:
    doing, said = act(router, WRITES, f"{HERE}?done=added"), log_form.typed(router)
    try:
        asked = parse(ComplaintRequest, log_form.filled(said))
        asked.check(tokyo_day(doing.now))
        whose = _whose(asked)
    except InvalidRequest as error:
        errors = words(router, "complaint_new")["errors"]
        return _form(said, log_form.sentences(error, errors), 422)
    of = {**asked.model_dump(exclude={"whose"}), "noted_at": doing.now, "received_by": doing.who}
    new = Complaint(mint("cpl", doing.now), candidate_id=whose, **of)
    with doing.answering():
        Complaints(doing.table("complaint.add", new.complaint_id, kind=new.kind)).add(new)
    return over(doing)


def _whose(asked: ComplaintRequest) -> CandidateId | None:
    """Raises InvalidRequest: nobody's file."""
    found = file_of(asked.whose) if asked.whose else None
    if asked.whose and found is None:
        raise InvalidRequest("nobody's file", {"whose": "unknown"})
    return found


@router.get(f"{HERE}/csv")
def csv() -> Response[str]:
    """For an inspection: newest first."""
    caller(router, AGENCY_MANAGE)
    after = start(router, keys.COMPLAINT_PREFIX)
    found, following = Complaints(table()).many(most=FILE, after=after)
    names, said = Members(table()).names(), words(router, "complaints")
    text = sheet(list(said["sheet"].values()), [_line(one, names, said) for one in found])
    goes_on = f"{HERE}/csv?cursor={programs.cursor(following)}" if following else None
    return spreadsheet(dated("complaints", tokyo_day(clock.now())), text, goes_on)


def _line(one: Complaint, names: Mapping[str, str], said: Mapping[str, Any]) -> list[Cell]:
    steps = [f"{tokyo_day(s.at)} {names.get(s.who, '')} {s.text}" for s in one.steps]
    return [
        one.complaint_id,
        str(one.received_on),
        names.get(one.received_by, one.received_by),
        said["complainants"][one.by],
        said["kinds"][one.kind],
        one.text,
        "\n".join(steps),
        one.outcome or "",
        str(tokyo_day(one.closed_at)) if one.closed_at else "",
        names.get(one.closed_by, one.closed_by) if one.closed_by else "",
    ]
