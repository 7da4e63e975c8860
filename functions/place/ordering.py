"""The agency's word on a job order, by a key or by hand."""

from functions.place import job_orders_flow as flow
from shared import closing, people
from shared.acts import Act
from shared.contracts.job_order import JobOrderAnswer
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.job_order import JobOrder, Refusal
from shared.domain.tokyo import day
from shared.table.job_orders import JobOrders
from shared.wires import programme, table

type Of = tuple[CompanyId, JobOrderId]


def _written(doing: Act, what: str, of: Of) -> flow.Written:
    return doing.written(JobOrders, f"job_order.{what}", of[1], JobOrderAnswer.of)


def accept(doing: Act, of: Of, seen: int | None = None) -> JobOrder:
    written = _written(doing, "accept", of)
    with doing.answering():
        people.agency().check_may_place(day(doing.now))
        return flow.accept(
            *of, orders=JobOrders(table()), written=written, now=doing.now, seen=seen
        )


def refuse(doing: Act, of: Of, reason: Refusal, text: str, seen: int | None = None) -> JobOrder:
    orders, written = JobOrders(table()), _written(doing, "refuse", of)
    with doing.answering():
        return flow.refuse(
            *of, reason, text, orders=orders, written=written, now=doing.now, seen=seen
        )


def close(doing: Act, of: Of, seen: int | None = None) -> JobOrder:
    rules, orders = programme().at(doing.now), JobOrders(table())
    written = _written(doing, "close", of)
    with doing.answering():
        return closing.close(
            *of, orders=orders, rules=rules, now=doing.now, written=written, seen=seen
        )
