"""May this candidate be asked about this job? Their wish, the law or the order may say no."""

import unicodedata
from datetime import date, datetime
from typing import Final

from shared.domain.candidate_file import CandidateFile
from shared.domain.company import Company
from shared.domain.errors import InvalidRequest, StateForbids
from shared.domain.ids import CompanyId
from shared.domain.job_order import JobOrder, JobOrderState
from shared.domain.recommendation import Recommendation, Stage

CONFIRMED: Final = "back_to_referrer_confirmed"
ANSWERABLE: Final = frozenset({Stage.ASKED, Stage.CONSENTED, Stage.REFUSED})
"""The candidate may still say otherwise."""
_FORMS: Final = ("株式会社", "有限会社", "合同会社", "(株)", "(有)", "co.,ltd.", "inc.", "ltd.")


def check_order(order: JobOrder) -> None:
    """Raises StateForbids: nobody is recommended before it is accepted or after it is over."""
    if order.state is not JobOrderState.ACCEPTED:
        raise StateForbids(f"this job order is {order.state}", order.state)


def check_open(order: JobOrder, on: date) -> None:
    """Raises StateForbids: nobody new is asked or recommended after its last day, either."""
    check_order(order)
    order.check_day(on)


def may_answer(recommendation: Recommendation, order: JobOrder, now: datetime) -> bool:
    over = order.over_at is not None and now >= order.over_at
    accepted = order.state is JobOrderState.ACCEPTED
    return accepted and not over and recommendation.stage in ANSWERABLE


def check_candidate(file: CandidateFile, company: Company, on: date) -> None:
    """Raises StateForbids: they left, are not to be solicited (S10), or it is their wish."""
    if not file.is_open:
        raise StateForbids("this candidate left", file.state)
    if file.not_solicited_until and file.not_solicited_until > on:
        until = file.not_solicited_until.isoformat()
        raise StateForbids(f"placed by us: not asked to move on before {until}", "placed")
    if blocks(file, company.name):
        raise StateForbids("the candidate does not want to be shown to this company", "blocked")


def check_return(file: CandidateFile, company_id: CompanyId, *, confirmed: bool) -> bool:
    """Whether the company let this candidate go. Raises InvalidRequest: not on purpose."""
    returning = company_id in file.let_go_by
    if returning and not confirmed:
        raise InvalidRequest("this company let the candidate go", {CONFIRMED: "needed"})
    return returning


def blocks(file: CandidateFile, company: str) -> bool:
    """By the company's name as people write it: width, case and legal form aside."""
    name = _plain(company)
    return any(word and word in name for word in map(_plain, file.blocked))


def referrer(file: CandidateFile, hiring: CompanyId) -> CompanyId | None:
    """Who let the candidate go, first one first; nobody is their own partner."""
    return next((company for company in file.let_go_by if company != hiring), None)


def _plain(name: str) -> str:
    """
    >>> _plain("（株） ＢＯＬＴ　工業")
    'bolt工業'
    """
    said = "".join(unicodedata.normalize("NFKC", name).casefold().split())
    for form in _FORMS:
        said = said.replace(form, "")
    return said
