"""A self-test by hand: its answer is a page, and nothing else is left of it."""

from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.console.connection import seen
from functions.console.connection_words import system, why
from functions.console.connections import HERE, SCOPE
from functions.console.room import company, language, routes, shown, words
from shared import clock
from shared.connecting import self_test
from shared.domain.rehearsed import Step, is_good
from shared.pages.when import moment

router = routes()


@router.post(f"{HERE}/<connection_id>/self-test")
def try_it(connection_id: str) -> Response[str]:
    mine, view = seen(company(router, SCOPE), connection_id)
    steps = self_test(view, clock.now())
    told = {
        "connection": view.connection,
        "path": f"{HERE}/{connection_id}",
        "system": system(router, view.connection.provider),
        "is_good": is_good(steps),
        "steps": [_step(step) for step in steps],
    }
    return shown(router, "connection_tested", HERE, told, place=mine.name)


def _step(step: Step) -> dict[str, Any]:
    said = words(router, "connection_tested")
    return {
        "name": said["checks"][step.check],
        "verdict": said["verdicts"][step.verdict],
        "tag": said["tags"][step.verdict],
        "why": _because(step),
        "at": moment(step.at, language(router)) if step.at else None,
        "rows": step.rows,
    }


def _because(step: Step) -> str | None:
    if step.why is None:
        return None
    own: dict[str, str] = words(router, "connection_tested")["because"]
    return own.get(step.why) or why(router, step.why)
