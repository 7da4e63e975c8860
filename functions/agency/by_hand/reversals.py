"""/agency/reversals: counted ones a company said were a mistake; each is taken back or not."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency import reversing
from functions.agency.by_hand.room import done, shown
from shared import forms, programs
from shared.domain.errors import NotFound, StateForbids
from shared.domain.ids import RegistrationId
from shared.domain.registration import Reason, State
from shared.domain.reversal import foreseen
from shared.domain.review import Misgiving
from shared.pages.when import moment
from shared.rooms import caller, language, may, routes, start
from shared.signed_acts import act, over
from shared.table.misgivings import Misgivings, Standing
from shared.wires import table

router = routes()
HERE: Final = "/agency/reversals"
PAGE: Final = 25
"""Of as many companies, one request reads where each stands."""
MOVED: Final = 409


@router.get(HERE)
def page() -> Response[str]:
    caller(router, "agency:read")
    return _listed(start(router, "{"))


@router.post("/agency/reversals/<registration_id>/dismiss")
def dismiss(registration_id: str) -> Response[str]:
    doing = act(router, "agency:write", f"{HERE}?done=dismissed")
    try:
        reversing.dismiss(doing, RegistrationId(registration_id))
    except NotFound:
        return _listed(None, moved="moved")
    return over(doing)


@router.post("/agency/reversals/<registration_id>/reverse")
def reverse(registration_id: str) -> Response[str]:
    """For the reason it waits here for: its company said so."""
    doing = act(router, "agency:write", f"{HERE}?done=reversed")
    agreed = forms.typed(router).get("agreed")
    try:
        reversing.reverse(doing, RegistrationId(registration_id), Reason.VOIDED_BY_COMPANY, agreed)
    except NotFound:
        return _listed(None, moved="moved")
    except StateForbids as no:
        return _listed(None, moved="moved" if no.state in {*State} else "moved_effect")
    return over(doing)


def _listed(after: str | None, *, moved: str = "") -> Response[str]:
    """In two requests. `moved`: by its name in the words, what somebody else did meanwhile."""
    found, following = Misgivings(table()).waiting(limit=PAGE, after=after)
    names, standings = Misgivings(table()).told(found)
    values = {
        "rows": [_row(one, names, standings[one.company_id]) for one in found],
        "following": programs.cursor(following),
        "is_later": after is not None,
        "may_judge": may(router, "agency:write"),
        "moved": moved,
        "done": None if moved else done(router, "reversals"),
    }
    return shown(router, "reversals", HERE, values, status=MOVED if moved else 200)


def _row(waiting: Misgiving, names: Mapping[str, str], standing: Standing) -> dict[str, Any]:
    """With what its reversal would do, if it was the next."""
    effect, after = foreseen(*standing)
    return {
        "effect": effect,
        "before": standing[0].r,
        "after": after,
        "registration_id": waiting.registration_id,
        "name": names.get(waiting.registration_id, ""),
        "company_id": waiting.company_id,
        "company": names.get(waiting.company_id),
        "since": moment(waiting.since, language(router)),
    }
