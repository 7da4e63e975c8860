""".../job-orders/<id>/ask: whom to ask about a job, and what of them the company would see."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.place import recommending
from functions.place.by_hand.ask_page import ITEM, ask_page
from functions.place.by_hand.job_order import ONE
from functions.place.by_hand.job_orders import path_of
from functions.place.recommendation_flow import Wish
from shared import clock, mint, request
from shared.contracts.recommendation import AskRequest
from shared.contracts.wire import parse
from shared.domain.errors import AlreadyDone, CandidateNotFound, CompanyNotActive, InvalidRequest
from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId
from shared.domain.recommendation import Item
from shared.forms import filled, typed
from shared.rooms import caller, query, routes
from shared.signed_acts import act, over

router = routes()
ASK: Final = f"{ONE}/ask"


@router.get(ASK)
def page(company_id: str, job_order_id: str) -> Response[str]:
    caller(router, "agency:write")
    of = CompanyId(company_id), JobOrderId(job_order_id)
    return ask_page(router, of, {"candidate_id": query(router).get("candidate", "").strip()})


@router.post(ASK)
def ask(company_id: str, job_order_id: str) -> Response[str]:
    of = CompanyId(company_id), JobOrderId(job_order_id)
    name, said = RecommendationId(mint.mint("rec", clock.now())), typed(router)
    doing = act(router, "agency:write", f"{path_of(*of)}/recommendations/{name}?done=asked")
    try:
        recommending.ask(doing, (*of, name), _wish(said))
    except (InvalidRequest, AlreadyDone, CompanyNotActive, CandidateNotFound) as refused:
        return ask_page(router, of, said, refused)
    return over(doing)


def _wish(said: Mapping[str, str]) -> Wish:
    """Raises InvalidRequest."""
    ticked = [item for item in Item if said.get(f"{ITEM}{item}") == "on"]
    body: dict[str, Any] = filled(said, "candidate_id", "note")
    confirmed = said.get("back_to_referrer_confirmed") == "on"
    asked = parse(AskRequest, {**body, "items": ticked, "back_to_referrer_confirmed": confirmed})
    return Wish(
        CandidateId(asked.candidate_id),
        tuple(asked.items),
        asked.note,
        asked.back_to_referrer_confirmed,
        request.origin(router.current_event.raw_event),
    )
