"""A candidate reads what a company would be shown for a job, and says yes or no."""

from dataclasses import dataclass
from datetime import datetime

from shared.domain import asking
from shared.domain.errors import NotFound, StateForbids
from shared.domain.ids import CandidateId, RecommendationId
from shared.domain.job_order import JobOrder
from shared.domain.recommendation import Recommendation, Stage
from shared.domain.tokyo import day
from shared.ports.candidates import CandidateFiles
from shared.ports.companies import Companies
from shared.ports.hiring import JobOrders, Recommendations
from shared.ports.speaking import Secrecy
from shared.retry import retry_on_conflict

PURPOSE = "consents"


@dataclass(frozen=True, slots=True)
class Question:
    recommendation: Recommendation
    order: JobOrder
    company_name: str

    def is_open(self, now: datetime) -> bool:
        return asking.may_answer(self.recommendation, self.order, now)


@dataclass(frozen=True, slots=True)
class Stores:
    companies: Companies
    files: CandidateFiles
    orders: JobOrders
    recommendations: Recommendations


def read(token: str, *, secrecy: Secrecy, stores: Stores) -> Question:
    """Raises NotFound: not a link of ours, or what it was about is gone; it does not say which."""
    try:
        return _read(secrecy.told(PURPOSE, token), stores)
    except NotFound:
        raise NotFound("there is nothing here") from None


def _read(subject: str, stores: Stores) -> Question:
    candidate_id, _, recommendation_id = subject.partition("~")
    file = stores.files.find(CandidateId(candidate_id))
    file.check_there()
    found = stores.recommendations.of_candidate(
        file.candidate_id, RecommendationId(recommendation_id)
    )
    order = stores.orders.find(found.company_id, found.job_order_id)
    return Question(found, order, stores.companies.find(found.company_id).name)


@retry_on_conflict
def answer(
    token: str, *, yes: bool, text_version: str, secrecy: Secrecy, stores: Stores, now: datetime
) -> None:
    """As often as they like until the company was shown anything; the last word is the one.

    Raises:
        NotFound
        StateForbids: shown, over, or ended already; or they left us.
    """
    asked = read(token, secrecy=secrecy, stores=stores)
    before = asked.recommendation
    stage = Stage.CONSENTED if yes else Stage.REFUSED
    if before.stage is stage:
        return
    if before.stage not in asking.ANSWERABLE:
        raise StateForbids(f"this recommendation is {before.stage}", before.stage)
    if yes:
        asking.check_open(asked.order, day(now))
        stores.files.find(before.candidate_id).check_open()
    after = before.moved(stage, answered_at=now, text_version=text_version)
    stores.recommendations.answer(before, after, asked.order if yes else None)
