"""ask the candidate -> they agree -> the company is shown what they agreed to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from shared.contracts.events import CandidateRecommended, ConsentAsked
from shared.domain import asking
from shared.domain import provision as provided
from shared.domain.errors import InvalidRequest, StateForbids
from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId
from shared.domain.job_order import CHANGED
from shared.domain.provision import Provision
from shared.domain.recommendation import Item, Recommendation, Side, Stage
from shared.domain.tokyo import day
from shared.ports.candidates import CandidateFiles
from shared.ports.companies import Companies
from shared.ports.cvs import CvParts
from shared.ports.hiring import JobOrders, Recommendations
from shared.retry import retry_on_conflict

type Of = tuple[CompanyId, JobOrderId, RecommendationId]
type Written = Callable[[Recommendation], Recommendations]


@dataclass(frozen=True, slots=True)
class Stores:
    """What recommending reads."""

    companies: Companies
    files: CandidateFiles
    orders: JobOrders
    recommendations: Recommendations
    cvs: CvParts


@dataclass(frozen=True, slots=True)
class Wish:
    """What an adviser asks a candidate. `note` is for the agency alone."""

    candidate_id: CandidateId
    items: tuple[Item, ...]
    note: str | None
    confirmed: bool
    origin: str


@retry_on_conflict
def ask(of: Of, wish: Wish, *, stores: Stores, written: Written, now: datetime) -> Recommendation:
    """A yes may be asked for what is not in the file yet; nobody is shown it before it is there.

    Raises:
        JobOrderNotFound, CandidateNotFound, CompanyNotActive
        StateForbids: the order, the candidate's wish or the law forbids it; asked before.
        InvalidRequest: back to who let them go, and not on purpose.
    """
    company_id, job_order_id, recommendation_id = of
    order = stores.orders.find(company_id, job_order_id)
    asking.check_open(order, day(now))
    company = stores.companies.find(company_id)
    company.check_may_spend(now)
    file = stores.files.find(wish.candidate_id)
    asking.check_candidate(file, company, day(now))
    asked = Recommendation(
        recommendation_id,
        file.candidate_id,
        company_id,
        job_order_id,
        Stage.ASKED,
        now,
        referred_by=asking.referrer(file, company_id),
        items=wish.items,
        returning=asking.check_return(file, company_id, confirmed=wish.confirmed),
        origin=wish.origin,
    )
    event = ConsentAsked(event_id=f"asked:{recommendation_id}", **_said(asked, now))
    written(asked).ask(asked, wish.note, event, order)
    return asked


@retry_on_conflict
def recommend(
    of: Of,
    items: Sequence[Item],
    summary: str | None,
    *,
    by: str,
    stores: Stores,
    written: Written,
    now: datetime,
    seen: int | None = None,
) -> Recommendation:
    """Show the company a candidate, and no more of them than they agreed to.

    Args:
        seen: the version of the candidate's file, of whoever read what is handed over.

    Raises:
        RecommendationNotFound, CompanyNotActive
        StateForbids: no yes yet, or something else forbids it meanwhile.
        InvalidRequest: more than was agreed to, or than there is; words that may not be said.
    """
    before = stores.recommendations.find(*of)
    file = stores.files.find(before.candidate_id)
    changed = {"recommended_at": now, "items": tuple(items), "candidate_id": file.candidate_id}
    after = before.moved(Stage.RECOMMENDED, **changed)
    if seen is not None and seen != file.version:
        raise StateForbids("the candidate's file was changed meanwhile", CHANGED)
    if not {*items} <= {*before.items}:
        raise InvalidRequest("the candidate agreed to less", {"items": "malformed"})
    provided.check_said(summary)
    order = stores.orders.find(before.company_id, before.job_order_id)
    asking.check_open(order, day(now))
    company = stores.companies.find(before.company_id)
    company.check_may_spend(now)
    asking.check_candidate(file, company, day(now))
    has_cv = Item.CV in items and stores.cvs.find(file.candidate_id).cv is not None
    provided.check_there(file, items, summary, has_cv=has_cv)
    provision = _provision(after, file.candidate.full_name, company.name, by)
    shown = provided.values(file, items, summary)
    event = CandidateRecommended(
        event_id=f"recommended:{after.recommendation_id}", **_said(after, now)
    )
    written(after).recommend(before, after, shown, provision, event, order, file)
    return after


@retry_on_conflict
def move(
    of: Of,
    stage: Stage,
    by: Side | None,
    *,
    stores: Stores,
    written: Written,
    now: datetime,
) -> Recommendation:
    """An interview, an offer, or somebody declined. Who left is neither seen nor offered anything.

    Raises:
        RecommendationNotFound, StateForbids, CandidateNotFound
        InvalidRequest: nobody is said to have declined.
    """
    if stage is Stage.DECLINED and by is None:
        raise InvalidRequest(
            f"wrong or missing: by. by: one of {', '.join(Side)}", {"by": "missing"}
        )
    before = stores.recommendations.find(*of)
    after = before.moved(stage, **({"declined_by": by} if stage is Stage.DECLINED else {}))
    file = stores.files.find(after.candidate_id)
    if stage is not Stage.DECLINED:
        file.check_open()
    after = replace(after, candidate_id=file.candidate_id)
    written(after).move(before, after, day(now))
    return after


def _provision(after: Recommendation, candidate: str, company: str, by: str) -> Provision:
    if after.recommended_at is None or after.answered_at is None or after.text_version is None:
        raise StateForbids("the candidate has not agreed", after.stage)
    return Provision(
        after.recommended_at,
        after.recommendation_id,
        after.candidate_id,
        candidate,
        after.company_id,
        company,
        after.job_order_id,
        after.items,
        after.answered_at,
        after.text_version,
        by,
    )


def _said(of: Recommendation, now: datetime) -> dict[str, Any]:
    return {
        "occurred_at": now,
        "company_id": of.company_id,
        "job_order_id": of.job_order_id,
        "recommendation_id": of.recommendation_id,
        "candidate_id": of.candidate_id,
    }
