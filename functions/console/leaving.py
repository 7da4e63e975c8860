from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.console.room import company, done, language, routes, shown, words
from shared import clock
from shared.company.leaving import leave as flow
from shared.company.leaving import usable_until
from shared.domain.company import CompanyState
from shared.domain.errors import StateForbids
from shared.domain.seat import COMPANY_MANAGE
from shared.forms import typed
from shared.pages.when import last_day
from shared.signed_acts import act, over
from shared.table.departures import Departures
from shared.table.standings import Standings
from shared.wires import programme, table

router = routes()
HERE: Final = "/console/leave"
PROFILE: Final = "/console/profile"
"""Where it is found."""
TAKES_PART: Final = frozenset({CompanyState.ACTIVE, CompanyState.SUSPENDED})


@router.get(HERE)
def page() -> Response[str]:
    return _shown()


@router.post(HERE)
def leave() -> Response[str]:
    doing, said = act(router, COMPANY_MANAGE, f"{HERE}?done=left"), typed(router)
    owner, _ = Standings(table()).of(doing.company_id)
    name = said.get("name", "")
    if name != owner.name:
        return _shown("malformed" if name else "missing", name)
    rules = programme().at(doing.now)
    try:
        with doing.answering():
            flow(
                doing.company_id,
                written=lambda until: Departures(
                    doing.table("company.leave", doing.company_id, usable_until=until.isoformat())
                ),
                rules=rules,
                now=doing.now,
            )
    except StateForbids:
        return _shown(status=409)
    return over(doing)


def _shown(wrong: str | None = None, name: str = "", status: int = 200) -> Response[str]:
    now = clock.now()
    owner, head = Standings(table()).of(company(router, COMPANY_MANAGE))
    rules = programme().at(now)
    until = owner.usable_until or usable_until(rules, now)
    values = {
        "company": owner,
        "head": head,
        "rules": rules,
        "has_left": owner.state is CompanyState.LEFT,
        "takes_part": owner.state in TAKES_PART,
        "until": last_day(until, language(router)),
        "values": {"name": name},
        "mistakes": {"name": words(router, "leave")["errors"][wrong]} if wrong else {},
        "done": done(router, "leave"),
    }
    said = 422 if wrong else status
    return shown(router, "leave", PROFILE, values, place=owner.name, status=said)
