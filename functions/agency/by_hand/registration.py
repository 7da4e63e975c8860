"""/agency/registrations/<id>: all that is known of one, and the verdict on it."""

from typing import Any, Final, get_args
from urllib.parse import urlencode

from aws_lambda_powertools.event_handler import Response

from functions.agency import judging
from functions.agency.by_hand.registrations import HERE
from functions.agency.by_hand.room import shown, words
from shared.contracts.problem import page_status
from shared.contracts.review import RefuseRequest, Refusing
from shared.contracts.wire import parse
from shared.domain.cause import CAUSES
from shared.domain.errors import InvalidRequest, RegistrationNotFound, StateForbids
from shared.domain.hold import PERSONS, REFUSALS
from shared.domain.ids import RegistrationId
from shared.domain.occupation import named
from shared.domain.registration import State
from shared.domain.review import Review
from shared.forms import filled, typed
from shared.pages.evidence import evidence
from shared.pages.when import moment
from shared.rooms import caller, language, may, routes, there
from shared.signed_acts import act, over
from shared.table.review_sides import ReviewSides
from shared.table.reviews import Reviews
from shared.wires import pepper, table

router = routes()
REASONS: Final = tuple(reason for reason in get_args(Refusing) if reason in REFUSALS)
MOMENTS: Final = ("verified_at", "held_until")
DECISIONS: Final = ("decided_at", "reversed_at")
"""Of a held one, it was decided that somebody looks."""


@router.get("/agency/registrations/<registration_id>")
def page(registration_id: str) -> Response[str]:
    caller(router, "agency:read")
    return _shown(registration_id)


@router.post("/agency/registrations/<registration_id>/accept")
def accept(registration_id: str) -> Response[str]:
    """One that somebody else decided meanwhile is shown as it is now."""
    doing = act(router, "agency:write", _back("accepted"))
    try:
        with there(RegistrationNotFound):
            judging.accept(doing, RegistrationId(registration_id))
    except StateForbids as moved:
        return _shown(registration_id, moved=moved)
    return over(doing)


@router.post("/agency/registrations/<registration_id>/refuse")
def refuse(registration_id: str) -> Response[str]:
    doing = act(router, "agency:write", _back("refused"))
    try:
        asked = parse(RefuseRequest, filled(typed(router), "reason"))
        with there(RegistrationNotFound):
            judging.refuse(doing, RegistrationId(registration_id), asked.reason)
    except InvalidRequest as wrong:
        return _shown(registration_id, wrong=wrong)
    except StateForbids as moved:
        return _shown(registration_id, moved=moved)
    return over(doing)


def _back(what: str) -> str:
    """To where the button stood."""
    said = typed(router)
    if said.get("from") == "queue":
        return f"/agency?done={what}"
    cause = {"cause": said["cause"]} if said.get("cause") in CAUSES else {}
    return f"{HERE}?{urlencode({'done': what, **cause})}"


def _shown(
    registration_id: str,
    *,
    wrong: InvalidRequest | None = None,
    moved: StateForbids | None = None,
) -> Response[str]:
    with there(RegistrationNotFound):
        review = Reviews(table()).find(RegistrationId(registration_id))
    refused = wrong or moved
    here = words(router, "registration")
    values = {
        **_known(review),
        "may_judge": may(router, "agency:write") and _waits(review),
        "reasons": REASONS,
        "values": {"reason": typed(router).get("reason") if wrong else ""},
        "mistakes": {"reason": here["choose_reason"]} if wrong else {},
        "moved": moved is not None,
    }
    status = page_status(refused)
    return shown(router, "registration", HERE, values, status=status)


def _waits(review: Review) -> bool:
    return review.registration.state is State.HELD and review.held_for in PERSONS


def _known(review: Review) -> dict[str, Any]:
    came, locale = review.registration, language(router)
    times = {name: getattr(came, name) for name in MOMENTS}
    if came.state is not State.HELD:
        times |= {name: getattr(review, name) for name in DECISIONS}
    return {
        "review": review,
        "registration": came,
        "candidate": came.candidate,
        "occupation": named(came.candidate.desired_occupation, locale),
        "beside": ReviewSides(table()).of(came, pepper().person(came.candidate.email)),
        "signals": evidence(came, locale),
        "submitted": moment(came.submitted_at, locale),
        "times": {name: moment(at, locale) for name, at in times.items() if at},
    }
