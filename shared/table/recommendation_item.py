"""A recommendation as an item, and back."""

from datetime import date
from typing import Any

from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId
from shared.domain.recommendation import Fault, Item, Recommendation, Side, Stage
from shared.table import lot_item
from shared.table.codec import moment, optional_moment, stamp


def to_item(found: Recommendation) -> dict[str, Any]:
    return {
        "recommendation_id": found.recommendation_id,
        "company_id": found.company_id,
        "job_order_id": found.job_order_id,
        "asked_at": stamp(found.asked_at),
        "referred_by": found.referred_by,
        "returning": found.returning,
        "origin": found.origin,
        **moving(found),
    }


def moving(found: Recommendation) -> dict[str, Any]:
    """What a new stage may bring with it; a candidate's file may have another name by now."""
    return {
        "stage": found.stage,
        "candidate_id": found.candidate_id,
        "items": list(found.items),
        "answered_at": stamp(found.answered_at) if found.answered_at else None,
        "text_version": found.text_version,
        "recommended_at": stamp(found.recommended_at) if found.recommended_at else None,
        "declined_by": found.declined_by,
        "joined_on": str(found.joined_on) if found.joined_on else None,
        "rule_version": found.rule_version,
        "still_there_on": str(found.still_there_on) if found.still_there_on else None,
        "left_on": str(found.left_on) if found.left_on else None,
        "fault": found.fault,
        "credit": _plain(lot_item.to_item(found.credit)) if found.credit else None,
    }


def from_item(item: dict[str, Any]) -> Recommendation:
    return Recommendation(
        RecommendationId(item["recommendation_id"]),
        CandidateId(item["candidate_id"]),
        CompanyId(item["company_id"]),
        JobOrderId(item["job_order_id"]),
        Stage(item["stage"]),
        moment(item["asked_at"]),
        referred_by=CompanyId(item["referred_by"]) if item.get("referred_by") else None,
        items=tuple(Item(name) for name in item["items"]),
        returning=item["returning"],
        origin=item["origin"],
        answered_at=optional_moment(item.get("answered_at")),
        text_version=item.get("text_version"),
        recommended_at=optional_moment(item.get("recommended_at")),
        declined_by=Side(item["declined_by"]) if item.get("declined_by") else None,
        joined_on=_day(item.get("joined_on")),
        rule_version=item.get("rule_version"),
        still_there_on=_day(item.get("still_there_on")),
        left_on=_day(item.get("left_on")),
        fault=Fault(item["fault"]) if item.get("fault") else None,
        credit=lot_item.from_item(item["credit"]) if item.get("credit") else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """Inside an item, nothing is left out by itself."""
    return {name: value for name, value in values.items() if value is not None}
