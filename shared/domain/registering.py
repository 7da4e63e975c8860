"""Rows, from what happened."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from shared.domain.candidate_file import CandidateFile
from shared.domain.dealing import Dealing, half_a_year_after
from shared.domain.errors import InvalidRequest
from shared.domain.fee_row import FeeLine, FeeRow
from shared.domain.ids import CandidateId
from shared.domain.job_order import JobOrder
from shared.domain.recommendation import Recommendation
from shared.domain.register_rows import OrderRow, SeekerRow
from shared.domain.registers import KEPT_YEARS, received
from shared.domain.tokyo import years_after

INDEFINITE: Final = "期間の定めなし"
_PER: Final = {"year": "年額", "month": "月額", "day": "日額", "hour": "時給"}


def seeker_row(file: CandidateFile) -> SeekerRow:
    """Taken on: what the law asks for and they told us, without their e-mail and telephone."""
    return SeekerRow(
        candidate_id=file.candidate_id,
        received_on=received(file.candidate_id),
        name=file.candidate.full_name,
        occupation=file.candidate.desired_occupation,
    )


def order_row(order: JobOrder) -> OrderRow:
    """Accepted: what is refused is on no register."""
    said: Mapping[str, Any] = order.conditions
    return OrderRow(
        job_order_id=order.job_order_id,
        company_id=order.company_id,
        received_on=received(order.job_order_id),
        openings=order.openings,
        title=order.title,
        workplace=str(said.get("workplace", "")),
        term=_term(_part(said, "contract")),
        wage=_wage(_part(said, "wage")),
    )


def dealing(made: Recommendation, order: JobOrder, other: str, on: date) -> Dealing:
    """Introduced."""
    term = _part(order.conditions, "contract").get("term")
    indefinite = term == "indefinite" if term else None
    return Dealing(made.recommendation_id, on, other, indefinite)


def fee_row(line: FeeLine, candidate_id: CandidateId) -> FeeRow:
    """Joined."""
    return FeeRow(
        recommendation_id=line.recommendation_id,
        candidate_id=candidate_id,
        company_id=line.company_id,
        job_order_id=line.job_order_id,
        joined_on=line.joined_on,
        income_jpy=line.income_jpy,
        fee_jpy=line.fee_jpy,
        rule_version=line.rule_version,
        credit_id=line.credit_id,
    )


def leaving_is_told(made: Recommendation, today: date) -> bool:
    """Who left within six months is on the register; after two years the row may be gone."""
    if made.joined_on is None or made.left_on is None:
        return False
    early = made.left_on <= half_a_year_after(made.joined_on)
    return early and today < years_after(made.joined_on, KEPT_YEARS)


def check_refund(refund_jpy: int, fee_jpy: int | None, left: Recommendation, today: date) -> None:
    """Raises InvalidRequest: more than the fee, or the registers will not show it."""
    if refund_jpy > (fee_jpy or 0):
        raise InvalidRequest("more than the fee", {"refund_jpy": "malformed"})
    if not leaving_is_told(left, today):
        why = "the registers tell of who left within six months"
        raise InvalidRequest(why, {"refund_jpy": "malformed"})


def _part(said: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = said.get(name)
    return part if isinstance(part, Mapping) else {}


def _term(contract: Mapping[str, Any]) -> str:
    if contract.get("term") != "fixed":
        return INDEFINITE if contract else ""
    return f"{contract.get('starts_on') or ''}〜{contract.get('ends_on') or ''}"


def _wage(wage: Mapping[str, Any]) -> str:
    """
    >>> _wage({"per": "month", "from_jpy": 250000, "to_jpy": 300000})
    '月額 250,000円〜300,000円'
    """
    if not wage:
        return ""
    return f"{_PER[wage['per']]} {int(wage['from_jpy']):,}円〜{int(wage['to_jpy']):,}円"
