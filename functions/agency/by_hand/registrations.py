"""/agency/registrations: held ones with what speaks against them; a verdict is a button."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand.room import done, shown
from shared import programs
from shared.domain.cause import CAUSES
from shared.domain.review import Review
from shared.pages.evidence import evidence
from shared.pages.when import moment
from shared.rooms import caller, language, may, query, routes, start
from shared.table.inboxes import Inboxes
from shared.table.reviews import Reviews
from shared.wires import table

router = routes()
HERE: Final = "/agency/registrations"
PAGE: Final = 50


@router.get(HERE)
def page() -> Response[str]:
    """Of one cause, where `?cause=` names one."""
    caller(router, "agency:read")
    asked, after, held = query(router).get("cause", ""), start(router, "{"), Reviews(table())
    of = asked if asked in CAUSES else None
    if of:
        found, following = held.held_for(of, limit=PAGE, after=after)
    else:
        found, following = held.held(limit=PAGE, after=after)
    names = Inboxes(table()).names(sorted({one.registration.company_id for one in found}))
    values = {
        "rows": [_row(one, names) for one in found],
        "following": programs.cursor(following),
        "is_later": after is not None,
        "causes": CAUSES,
        "cause": of,
        "may_judge": may(router, "agency:write"),
        "done": done(router, "registrations"),
    }
    return shown(router, "registrations", HERE, values)


def _row(review: Review, names: Mapping[str, str]) -> dict[str, Any]:
    came, locale = review.registration, language(router)
    return {
        "registration": came,
        "company": names.get(came.company_id),
        "at": moment(came.submitted_at, locale),
        "signals": evidence(came, locale),
    }
