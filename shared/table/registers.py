"""What acts write into the statutory registers, in their own transactions.

A row is there for as long as what it is about is open, and two years after.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import Conflict
from shared.domain.fee_row import FeeLine
from shared.domain.ids import CandidateId, JobOrderId
from shared.domain.job_order import JobOrder
from shared.domain.recommendation import Recommendation, Stage
from shared.domain.register_rows import Ending
from shared.domain.registering import (
    dealing,
    fee_row,
    leaving_is_told,
    order_row,
    seeker_row,
)
from shared.domain.registers import KEPT_YEARS, Kind, kept_until, month, received
from shared.domain.tokyo import day, years_after
from shared.table import keys, register_item
from shared.table.commit import Table
from shared.table.expression import Expression
from shared.table.register_item import DECLINED, JOINED, LEFT, REFUND
from shared.table.writes import Write, key_of

SHOWN: Final = frozenset({Stage.RECOMMENDED, Stage.INTERVIEWING, Stage.OFFERED})
"""The company knows of the candidate: an introduction, as the law calls it."""
_ENDED: Final = ("ended_on", "ending", keys.EXPIRES)


def _missing(_: object) -> Conflict:
    return Conflict("this register has no such row")


def seeker(candidate_id: CandidateId) -> keys.Key:
    return keys.register(Kind.SEEKERS, month(received(candidate_id)), candidate_id)


def order(job_order_id: JobOrderId) -> keys.Key:
    return keys.register(Kind.ORDERS, month(received(job_order_id)), job_order_id)


@dataclass(frozen=True, slots=True)
class Registers:
    table: Table

    def taken_on(self, file: CandidateFile) -> Write:
        """A file is opened, or who had withdrawn came back. Twice is once."""
        said = register_item.to_item(seeker_row(file))
        return self._said(seeker(file.candidate_id), said, remove=_ENDED)

    def given_up(self, candidate_id: CandidateId, ending: Ending, on: date) -> Write:
        """They withdrew, were erased or merged into another; not for who had withdrawn before."""
        said = {"ended_on": str(on), "ending": ending, **_expires(on)}
        return self._changed(seeker(candidate_id), said)

    def order_taken_on(self, accepted: JobOrder) -> Write:
        said = register_item.to_item(order_row(accepted))
        return self._said(order(accepted.job_order_id), said)

    def order_over(self, job_order_id: JobOrderId, on: date) -> Write:
        """An accepted one was closed; one that is filled is told by `joined`."""
        return self._changed(order(job_order_id), {"ended_on": str(on), **_expires(on)})

    def introduced(
        self, made: Recommendation, file: CandidateFile, company: str, of: JobOrder, on: date
    ) -> Iterator[Write]:
        """The company is shown the candidate: each side's row names the other.

        Args:
            company: its name.
        """
        theirs = register_item.to_item(seeker_row(file))
        shown = register_item.introduced(dealing(made, of, company, on))
        yield self._said(seeker(made.candidate_id), theirs | shown)
        theirs = register_item.to_item(order_row(of))
        shown = register_item.introduced(dealing(made, of, file.candidate.full_name, on))
        yield self._said(order(made.job_order_id), theirs | shown)

    def joined(self, made: Recommendation, line: FeeLine, *, fills: bool) -> Iterator[Write]:
        """Both rows, and the fee: one of 0 is complete at once.

        Args:
            fills: it was the order's last opening, so the order is over with it.
        """
        said = {f"{JOINED}{made.recommendation_id}": str(line.joined_on)}
        over = {"ended_on": str(line.joined_on), **_expires(line.joined_on)} if fills else {}
        yield self._changed(seeker(made.candidate_id), said)
        yield self._changed(order(made.job_order_id), {**said, **over})
        fee = register_item.to_item(fee_row(line, made.candidate_id))
        done = _expires(line.joined_on) if line.fee_jpy == 0 else {}
        key = keys.register(Kind.FEES, month(line.joined_on), made.recommendation_id)
        yield self.table.new(key, {**fee, **done})

    def declined(self, before: Recommendation, on: date) -> Iterator[Write]:
        """Nothing where the company was not shown anybody, or where the rows may be gone."""
        if before.stage in SHOWN and on < years_after(day(before.asked_at), KEPT_YEARS):
            yield from self._both(before, {f"{DECLINED}{before.recommendation_id}": str(on)})

    def left(
        self, made: Recommendation, today: date, *, restored: bool, refund_jpy: int | None = None
    ) -> Iterator[Write]:
        """Within six months of joining; later is no business of the registers.

        Args:
            restored: the credit that paid for the hire came back.
            refund_jpy: of the fee; None is not known yet.
        """
        if leaving_is_told(made, today):
            said = {"on": str(made.left_on), "restored": restored}
            refund = {f"{REFUND}{made.recommendation_id}": refund_jpy}
            yield from self._both(made, {f"{LEFT}{made.recommendation_id}": said, **refund})

    def _both(self, made: Recommendation, said: Mapping[str, Any]) -> Iterator[Write]:
        yield self._changed(seeker(made.candidate_id), said)
        yield self._changed(order(made.job_order_id), said)

    def _changed(self, key: keys.Key, said: Mapping[str, Any]) -> Write:
        return self.table.change(key, put=said, refusal=_missing)

    def _said(self, key: keys.Key, said: Mapping[str, Any], remove: tuple[str, ...] = ()) -> Write:
        """Whether or not there was such a row; what others wrote into it stays."""
        expression = Expression()
        changed = expression.change(said, {}, remove)
        arguments = {"Key": key_of(key), "UpdateExpression": changed, **expression.arguments()}
        return Write("Update", arguments, _missing)


def _expires(on: date) -> dict[str, int]:
    return {keys.EXPIRES: int(kept_until(on).timestamp())}
