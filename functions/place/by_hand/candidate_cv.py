"""A candidate's CV by hand: sent by a form, looked at, kept; opened for minutes."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from aws_lambda_powertools.event_handler import Response

from functions.place import cvs
from functions.place.by_hand.candidate import ONE, WRITES
from functions.place.by_hand.candidate_page import HERE, candidate_page
from functions.place.by_hand.candidate_told import cv
from functions.place.by_hand.room import shown, words
from shared import clock, mint, request, signed_in
from shared.domain.cv import MediaType, is_cv_id
from shared.domain.errors import CvNotFound, CvRefused, NotFound
from shared.domain.ids import CandidateId, CvId
from shared.pages import csp
from shared.rooms import caller, language, routes
from shared.signed_acts import act, over
from shared.table import cv_item
from shared.table.cv_parts import CvParts
from shared.wires import table

router = routes()
CV: Final = f"{ONE}/cv"
NOTHING: Final[Mapping[str, str]] = {}


@router.get(CV)
def page(candidate_id: str) -> Response[str]:
    caller(router, WRITES)
    return _page(candidate_id)


@router.get(f"{CV}/<cv_id>")
def came_in(candidate_id: str, cv_id: str) -> Response[str]:
    """Where the bucket leads a browser. Nothing is kept before an adviser says so."""
    caller(router, WRITES)
    if not is_cv_id(cv_id):
        raise NotFound("there is nothing here")
    path = f"{HERE}/{CandidateId(candidate_id)}"
    return shown(router, "candidate_cv_received", HERE, {"path": path, "cv_id": cv_id})


@router.post(f"{CV}/open")
def look(candidate_id: str) -> Response[str]:
    """A door that stands open for minutes: made when asked for, and kept on no page."""
    who = caller(router, "agency:read")
    try:
        _, view = cvs.look(who, CandidateId(candidate_id))
    except CvNotFound as refused:
        return candidate_page(router, who, candidate_id, refused=refused)
    return signed_in.to(view.url)


@router.post(f"{CV}/<cv_id>/received")
def received(candidate_id: str, cv_id: str) -> Response[str]:
    doing = act(router, WRITES, f"{HERE}/{candidate_id}?done=kept")
    said = words(router, "candidate_cv")["errors"]
    try:
        cvs.keep(doing, CandidateId(candidate_id), CvId(cv_id))
    except CvRefused as refused:
        return _page(candidate_id, {"file": said[refused.reason]})
    except CvNotFound:
        return _page(candidate_id, {"file": said["not_found"]})
    return over(doing)


def _page(candidate_id: str, wrong: Mapping[str, str] = NOTHING) -> Response[str]:
    now, spoken = clock.now(), language(router)
    holder = CvParts(table()).find(CandidateId(candidate_id))
    path = f"{HERE}/{holder.candidate_id}"
    cv_id = CvId(mint.mint("cv", now))
    back = f"{request.origin(router.current_event.raw_event)}{path}/cv/{cv_id}"
    offer = cvs.cvs().offer(holder.candidate_id, cv_id, MediaType.PDF, now, back)
    values = {
        "path": path,
        "cv": cv(cv_item.to_item(holder.cv), spoken) if holder.cv else None,
        "offer": offer,
        "mistakes": wrong,
    }
    door = urlsplit(offer.url)
    allowed = {"Content-Security-Policy": csp.posting_to(f"{door.scheme}://{door.netloc}")}
    status = 422 if wrong else 200
    return shown(router, "candidate_cv", HERE, values, status=status, headers=allowed)
