"""somebody joins -> the credit is spent; they leave early -> it comes back, once; or they stay."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from shared.contracts.events import CandidateJoined, CreditConsumed, CreditRestored, Event
from shared.domain import placement
from shared.domain.errors import AlreadyPosted, FileMerged
from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId
from shared.domain.placement import Joining, Leaving
from shared.domain.recommendation import Fault, Recommendation
from shared.domain.registering import check_refund
from shared.domain.tokyo import day
from shared.ports.hiring import Placements, Recommendations
from shared.ports.programme import Programme
from shared.retry import retry_on_conflict

type Of = tuple[CompanyId, JobOrderId, RecommendationId]
type Written = Callable[[Recommendation], Placements]


@retry_on_conflict
def join(
    of: Of,
    on: date,
    income_jpy: int | None,
    *,
    placements: Placements,
    programme: Programme,
    written: Written,
    now: datetime,
    seen: int | None = None,
) -> Recommendation:
    """Two requests: one picture, one commit. One more where the candidate's file was merged.

    Args:
        seen: the order's revision, of whoever read whether a credit pays.

    Raises:
        JobOrderNotFound, RecommendationNotFound, StateForbids, InvalidRequest
    """
    standing = placements.standing(*of)
    rules = programme.version(standing.order.fee.rule_version)
    joining = placement.join(standing, on, income_jpy=income_jpy, today=day(now), rules=rules)
    standing.order.check_seen(seen)
    try:
        written(joining.after).join(joining, _joined(joining, now), now)
    except FileMerged as other:
        joining = joining.of(CandidateId(other.into))
        written(joining.after).join(joining, _joined(joining, now), now)
    return joining.after


@retry_on_conflict
def leave(
    of: Of,
    on: date,
    fault: Fault,
    *,
    refund_jpy: int | None = None,
    recommendations: Recommendations,
    placements: Placements,
    programme: Programme,
    written: Written,
    now: datetime,
) -> Leaving:
    """By the rules the joining was judged by.

    Args:
        refund_jpy: of the fee, for the registers; None: it is said later, or not at all.

    Raises:
        RecommendationNotFound, StateForbids, InvalidRequest
    """
    before = recommendations.find(*of)
    held = placements.held(before.credit) if before.credit else None
    rules = programme.version(before.rule_version) if before.rule_version else programme.at(now)
    leaving = placement.leave(before, on, fault, held=held, today=day(now), rules=rules)
    if refund_jpy is not None:
        check_refund(refund_jpy, placements.fee_jpy(before), leaving.after, day(now))
    leaving = replace(leaving, refund_jpy=refund_jpy)
    try:
        written(leaving.after).leave(leaving, day(now), _left(leaving, now))
    except AlreadyPosted:  # restored for an earlier hire: once is once
        leaving = placement.leave(before, on, fault, held=None, today=day(now), rules=rules)
        leaving = replace(leaving, refund_jpy=refund_jpy)
        written(leaving.after).leave(leaving, day(now), [])
    return leaving


@retry_on_conflict
def still_there(
    of: Of,
    *,
    recommendations: Recommendations,
    programme: Programme,
    written: Callable[[Recommendation], Recommendations],
    now: datetime,
) -> Recommendation:
    """Who joined has not left; they still may. By the rules the joining was judged by.

    Raises:
        RecommendationNotFound, StateForbids
    """
    before = recommendations.find(*of)
    rules = programme.version(before.rule_version) if before.rule_version else programme.at(now)
    after = placement.still_there(before, day(now), rules)
    written(after).still_there(after)
    return after


def _joined(joining: Joining, now: datetime) -> list[Event]:
    after, move = joining.after, joining.move
    joined = CandidateJoined(
        event_id=f"joined:{after.recommendation_id}",
        occurred_at=now,
        company_id=after.company_id,
        job_order_id=after.job_order_id,
        recommendation_id=after.recommendation_id,
        candidate_id=after.candidate_id,
    )
    if move is None:
        return [joined]
    lot = move.after
    consumed = CreditConsumed.of(
        lot,
        f"consumed:{lot.company_id}:{lot.number}:{lot.turn}",
        now,
        job_order_id=after.job_order_id,
        recommendation_id=after.recommendation_id,
    )
    return [joined, consumed]


def _left(leaving: Leaving, now: datetime) -> list[Event]:
    if leaving.move is None:
        return []
    lot = leaving.move.after
    return [CreditRestored.of(lot, f"restored:{lot.company_id}:{lot.number}", now)]
