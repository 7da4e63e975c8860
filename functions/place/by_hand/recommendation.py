""".../recommendations/<id>: handed over, and what came of it, each by a button."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.place import recommending
from functions.place.by_hand.ask_page import ITEM
from functions.place.by_hand.job_order import ONE
from functions.place.by_hand.job_orders import path_of
from functions.place.by_hand.order_forms import seen
from functions.place.by_hand.recommendation_page import recommendation_page
from functions.place.recommendation_flow import Of
from shared.acts import Act
from shared.contracts.recommendation import OutcomeRequest, RecommendRequest
from shared.contracts.wire import parse
from shared.domain.errors import AlreadyDone, CandidateNotFound, CompanyNotActive, InvalidRequest
from shared.domain.ids import CompanyId, JobOrderId, RecommendationId
from shared.domain.recommendation import Item
from shared.forms import filled, number, typed
from shared.rooms import caller, routes
from shared.signed_acts import act, over

router = routes()
HERE: Final = f"{ONE}/recommendations/<recommendation_id>"
BACK: Final = {"queue": "/agency", "joined": "/agency/recommendations/joined"}
"""A button of a list leads back to it."""
SAYS_NO: Final = (InvalidRequest, AlreadyDone, CompanyNotActive, CandidateNotFound)


@router.get(HERE)
def one(company_id: str, job_order_id: str, recommendation_id: str) -> Response[str]:
    caller(router, "agency:read")
    return recommendation_page(router, _of(company_id, job_order_id, recommendation_id))


@router.post(f"{HERE}/hand-over")
def hand_over(company_id: str, job_order_id: str, recommendation_id: str) -> Response[str]:
    of, said = _of(company_id, job_order_id, recommendation_id), typed(router)
    doing = _doing(of, "recommended")
    try:
        ticked = [item for item in Item if said.get(f"{ITEM}{item}") == "on"]
        body = filled(said, "summary") if Item.SUMMARY in ticked else {}
        asked = parse(RecommendRequest, {**body, "items": ticked})
        recommending.hand_over(doing, of, asked, seen(said))
    except SAYS_NO as refused:
        return recommendation_page(router, of, said, refused)
    return over(doing)


@router.post(f"{HERE}/outcome")
def outcome(company_id: str, job_order_id: str, recommendation_id: str) -> Response[str]:
    of, said = _of(company_id, job_order_id, recommendation_id), typed(router)
    doing = _doing(of, said.get("stage", ""), back=BACK.get(said.get("from", "")))
    try:
        asked = parse(OutcomeRequest, _body(said))
        recommending.tell(doing, of, asked, seen(said) if asked.stage == "joined" else None)
    except SAYS_NO as refused:
        return recommendation_page(router, of, said, refused)
    return over(doing)


def _body(said: Mapping[str, str]) -> dict[str, Any]:
    figures = {
        name: number(said[name]) for name in ("annual_income_jpy", "refund_jpy") if said.get(name)
    }
    return filled(said, "stage", "on", "by", "fault") | figures


def _of(company_id: str, job_order_id: str, recommendation_id: str) -> Of:
    return CompanyId(company_id), JobOrderId(job_order_id), RecommendationId(recommendation_id)


def _doing(of: Of, done: str, back: str | None = None) -> Act:
    where = back or f"{path_of(of[0], of[1])}/recommendations/{of[2]}"
    return act(router, "agency:write", f"{where}?done={done}")
