"""Somebody joins, and may leave early: what becomes of the order, the credit and the fee."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from shared.domain import redemption
from shared.domain.asking import check_order
from shared.domain.credit import Lot, LotState
from shared.domain.errors import InvalidRequest, StateForbids
from shared.domain.fee import Fee, fee
from shared.domain.fee_row import FeeLine
from shared.domain.ids import CandidateId
from shared.domain.job_order import JobOrder
from shared.domain.ledger import Head
from shared.domain.recommendation import Fault, Recommendation, Stage
from shared.domain.redemption import Move
from shared.domain.rules import Rules
from shared.domain.tokyo import day, years_after

LEFT_ALONE_YEARS: Final = 2
"""Whom we placed we do not ask to move on (S10)."""

STILL_THERE: Final = "still_there"
SOON: Final = timedelta(days=7)
"""So long before nobody can leave early any more, somebody asks how it goes."""


@dataclass(frozen=True, slots=True)
class Placing:
    """What a joining rests on, as one picture."""

    recommendation: Recommendation
    order: JobOrder
    head: Head


@dataclass(frozen=True, slots=True)
class Joining:
    """One transaction's worth; `move` spends the order's credit, where it has one."""

    before: Recommendation
    after: Recommendation
    order: JobOrder
    move: Move | None
    fee: FeeLine
    left_alone_until: date

    def of(self, candidate_id: CandidateId) -> "Joining":
        """The same under the name the candidate's file has now."""
        return replace(self, after=replace(self.after, candidate_id=candidate_id))


@dataclass(frozen=True, slots=True)
class Leaving:
    """One transaction's worth; `move` gives the credit back, `refund_jpy` is paid of the fee."""

    before: Recommendation
    after: Recommendation
    move: Move | None
    refund_jpy: int | None = None


def join(
    standing: Placing, on: date, *, income_jpy: int | None, today: date, rules: Rules
) -> Joining:
    """
    Args:
        income_jpy: the first year's, where it is not the order's.

    Raises:
        StateForbids: not recommended yet, joined before, or the order is over.
        InvalidRequest: before they were asked, or not yet.
    """
    before, order = standing.recommendation, standing.order
    after = before.moved(Stage.JOINED, joined_on=on, rule_version=rules.version)
    check_order(order)
    _check_day(on, since=day(before.asked_at), today=today)
    move = _spent(standing, today, rules)
    after = replace(after, credit=move.after if move else None)
    due = fee(income_jpy, rules) if income_jpy else order.fee
    line = _fee_line(after, due)
    return Joining(before, after, order, move, line, years_after(on, LEFT_ALONE_YEARS))


def leave(
    before: Recommendation, on: date, fault: Fault, *, held: tuple[Head, Lot] | None, today: date,
    rules: Rules,
) -> Leaving:  # fmt: skip
    """
    Args:
        held: the ledger's head and the credit as it is now; None where none was spent, or where
            it came back before.

    Raises:
        StateForbids: never joined, or left before.
        InvalidRequest: before they joined, or not yet.
    """
    after = before.moved(Stage.LEFT, left_on=on, fault=fault)
    assert before.joined_on is not None
    _check_day(on, since=before.joined_on, today=today)
    early = on <= before.joined_on + timedelta(days=rules.early_leave_days)
    if held is None or not early or fault is Fault.COMPANY or not _still_spent(before, held[1]):
        return Leaving(before, after, None)
    return Leaving(before, after, redemption.restore(*held, on=today, rules=rules))


def still_there(before: Recommendation, today: date, rules: Rules) -> Recommendation:
    """Raises StateForbids: they never joined, or left; it was said before, or it is too early."""
    if before.stage is not Stage.JOINED or before.joined_on is None:
        raise StateForbids(f"this recommendation is {before.stage}", before.stage)
    if before.still_there_on:
        raise StateForbids("somebody asked before", STILL_THERE)
    if not is_asked_about(before.joined_on, today, rules):
        raise StateForbids(f"ask within {SOON.days} days of the end of the early days", "too_early")
    return replace(before, still_there_on=today)


def settling(today: date, rules: Rules) -> tuple[date, date]:
    """When those joined whose early days end within SOON."""
    first = today - timedelta(days=rules.early_leave_days)
    return first, first + SOON


def is_asked_about(joined_on: date, today: date, rules: Rules) -> bool:
    return today >= joined_on + timedelta(days=rules.early_leave_days) - SOON


def _spent(standing: Placing, today: date, rules: Rules) -> Move | None:
    lot = standing.order.credit
    return redemption.consume(standing.head, lot, on=today, rules=rules) if lot else None


def _still_spent(before: Recommendation, lot: Lot) -> bool:
    turn = before.credit.turn if before.credit else None
    return (lot.state, lot.turn) == (LotState.CONSUMED, turn)


def _fee_line(joined: Recommendation, due: Fee) -> FeeLine:
    assert joined.joined_on is not None
    return FeeLine(
        joined.recommendation_id,
        joined.company_id,
        joined.job_order_id,
        joined.joined_on,
        due.income_jpy,
        due.with_credit_jpy if joined.credit else due.without_credit_jpy,
        due.rule_version,
        joined.credit.credit_id if joined.credit else None,
    )


def _check_day(on: date, *, since: date, today: date) -> None:
    if not since <= on <= today:
        raise InvalidRequest(f"from {since} to today: {today}", {"on": "malformed"})
