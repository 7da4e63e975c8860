"""/agency/drill: which window, what the command is told, by when who is to hear, what came of it.

No function may read every item of the table, and nothing less would find everybody (docs/runbook).
So the page says the command, and keeps what whoever ran it found.
"""

from collections.abc import Mapping
from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand.drill_form import COUNTS, TICK, drill_of, shown_as, window_of
from functions.agency.by_hand.drill_told import by_when, row
from functions.agency.by_hand.room import shown, words
from shared import clock, forms, mint, programs
from shared.contracts.problem import page_status
from shared.domain.drill import Touched, Window
from shared.domain.errors import InvalidRequest
from shared.domain.millisecond import to_the_millisecond
from shared.domain.seat import AGENCY_MANAGE
from shared.domain.tokyo import TOKYO
from shared.rooms import caller, language, query, routes, start
from shared.signed_acts import act, over
from shared.table import keys
from shared.table.drills import Drills
from shared.table.members import Members
from shared.wires import table

router = routes()
HERE: Final = "/agency/drill"
PAGE: Final = 20


@router.get(HERE)
def page() -> Response[str]:
    """`?begin=..` asks for a window; without it the last drills alone are shown."""
    caller(router, AGENCY_MANAGE)
    asked = query(router)
    if "begin" not in asked:
        return _page(None, shown_as(None, clock.now()), {})
    try:
        window = window_of(asked)
        window.check(clock.now())
    except InvalidRequest as refused:
        return _page(None, asked, refused.fields)
    return _page(window, shown_as(window, clock.now()), {})


@router.post(HERE)
def note() -> Response[str]:
    """What came of it; the log has who, which window, how many, how long."""
    said = forms.typed(router)
    drill_id = mint.mint("drl", clock.now())
    doing = act(router, AGENCY_MANAGE, f"{HERE}/{drill_id}?done=noted")
    try:
        window = window_of(said)
        window.check(doing.now)
    except InvalidRequest as refused:
        return _page(None, said, refused.fields)
    try:
        drill = drill_of(said, window, drill_id, doing.who, to_the_millisecond(doing.now))
    except InvalidRequest as refused:
        return _page(window, said, refused.fields)
    told = {
        "window": f"{window.begin.isoformat()} {window.end.isoformat()}",
        **{name: str(getattr(drill, name)) for name in COUNTS},
    }
    with doing.answering():
        Drills(doing.telling("drill.note", drill_id, told)).add(drill)
    return over(doing)


def _page(
    window: Window | None, said: Mapping[str, str], fields: Mapping[str, str]
) -> Response[str]:
    after = start(router, keys.DRILL_PREFIX)
    drills, following = Drills(table()).page(limit=PAGE, after=after)
    names = Members(table()).names() if drills else {}
    values = {
        "window": window,
        "command": _command(window) if window else None,
        "by_when": by_when(window, language(router)) if window else {},
        "kinds": [*Touched],
        "ticked": [kind for kind in Touched if forms.ticked(said, f"{TICK}{kind}")],
        "values": said,
        "rows": [row(drill, names, language(router)) for drill in drills],
        "following": programs.cursor(following),
        "is_later": after is not None,
        "mistakes": forms.mistakes(fields, words(router, "drill")["errors"]),
    }
    status = page_status(None, fields)
    return shown(router, "drill", HERE, values, status=status)


def _command(window: Window) -> str:
    """With the times as the operator's command reads them."""
    begin, end = (
        at.astimezone(TOKYO).isoformat(timespec="minutes") for at in (window.begin, window.end)
    )
    return f"make affected STAGE=prod FROM={begin} TO={end}"
