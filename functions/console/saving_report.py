"""What the credits spared a company, by its own figures: worked out, and as lines of a sheet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from shared import clock
from shared.domain import saving as arithmetic
from shared.domain.company import Company
from shared.domain.credit import LotState
from shared.domain.fee import fee
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.job_order import JobOrder
from shared.domain.ledger import Head
from shared.domain.rules import Rules
from shared.domain.saving import PROMISED, OwnCosts, Saving, needed
from shared.domain.tokyo import day as tokyo_day
from shared.pages.sheet import Cell
from shared.table.ledgers import Ledgers
from shared.table.standings import Standings
from shared.wires import programme, table


@dataclass(frozen=True, slots=True)
class Report:
    owner: Company
    head: Head
    costs: OwnCosts | None
    orders: list[tuple[JobOrder, int]]
    """With how many of its hires a credit paid for."""
    saving: Saving
    rules: Rules
    on: date
    days: int

    @property
    def worth_jpy(self) -> int:
        """One credit at most, by the rules of the day."""
        return fee(self.rules.fee_cap_jpy, self.rules).without_credit_jpy

    @property
    def each_jpy(self) -> int:
        """One credit: what those used were worth on the average, else the most it can be."""
        return self.saving.fee_jpy // self.saving.used if self.saving.used else self.worth_jpy


def report_of(company_id: CompanyId) -> Report:
    now = clock.now()
    lots = Ledgers(table()).all_lots(company_id)
    used = [JobOrderId(lot.job_order_id or "") for lot in lots if lot.state is LotState.CONSUMED]
    names = [*dict.fromkeys(used)]
    owner, head, costs, orders = Standings(table()).costs(company_id, names)
    paid = [(order, used.count(order.job_order_id)) for order in orders]
    fees = [order.fee for order, times in paid for _ in range(times)]
    days = (now - owner.created_at).days
    found = arithmetic.saving(fees, costs, days)
    return Report(owner, head, costs, paid, found, programme().at(now), tokyo_day(now), days)


def lines(report: Report, said: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[Cell, ...]]:
    """What it is, how much, in what, and what that rests on."""

    def line(name: str, value: Cell, **more: Any) -> tuple[Cell, ...]:
        of = said[name]
        return of["name"].format(**more), value, of["unit"], of["rests_on"].format(**more)

    found, costs = report.saving, report.costs
    yield line("used", found.used)
    yield line("fee", found.fee_jpy, percent=report.rules.fee_percent)
    yield line("a_year", found.a_year_jpy, days=max(report.days, arithmetic.YEAR))
    if costs is not None:
        yield line("own", costs.a_year_jpy, hires=costs.hires)
        yield line("each", costs.each_jpy)
        yield line("share", _percent(found.share))
        yield line("careful", _percent(found.careful_share))
        for share in PROMISED:
            wanted = needed(share, costs, report.each_jpy)
            yield line("needed", wanted, share=share // 10, each=report.each_jpy)
    yield line("outstanding", report.head.outstanding)


def _percent(share: int | None) -> str:
    return "" if share is None else f"{share / 10:.1f}"
