"""/agency/drill/<id>: what came of one, and a draft of the report to the authority."""

from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand.drill import HERE
from functions.agency.by_hand.drill_report import Lines, lines, text
from functions.agency.by_hand.drill_told import by_when, row
from functions.agency.by_hand.room import done, shown, words
from shared import people, web
from shared.domain.drill import Drill
from shared.domain.seat import AGENCY_MANAGE
from shared.downloads import saved
from shared.rooms import caller, language, routes
from shared.table.drills import Drills
from shared.table.members import Members
from shared.wires import table

router = routes()
ONE: Final = f"{HERE}/<drill_id>"


@router.get(ONE)
def one(drill_id: str) -> Response[str]:
    caller(router, AGENCY_MANAGE)
    drill = Drills(table()).find(drill_id)
    values = {
        **row(drill, Members(table()).names(), language(router)),
        "by_when": by_when(drill.window, language(router)),
        "draft": _draft(drill),
        "done": done(router, "drill_one"),
    }
    return shown(router, "drill_one", HERE, values)


@router.get(f"{ONE}/draft")
def draft(drill_id: str) -> Response[str]:
    """The same as plain text, to be copied into the authority's form."""
    caller(router, AGENCY_MANAGE)
    drill = Drills(table()).find(drill_id)
    body = text(_draft(drill))
    headers = {**web.SAFE, **saved(f"career-relay-{drill_id}.txt")}
    return Response(200, "text/plain; charset=utf-8", body, headers=headers)


def _draft(drill: Drill) -> Lines:
    return lines(drill, people.agency(), words(router, "drill_one"), language(router))
