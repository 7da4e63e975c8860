"""What a job order is asked about before it is posted; whoever says it is so has it posted."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from shared.domain import terms
from shared.domain.doubts import overnight
from shared.domain.job_order import JobOrder

SURE: Final = "sure-"
"""Before a field's name: the tick. It carries what it says, so another figure is asked anew."""

type Doubts = Mapping[str, Mapping[str, str]]


def doubts(order: JobOrder, said: Mapping[str, Any], on: date) -> Doubts:
    """Of each field in doubt what is asked, and what a tick says to it."""
    return {
        field: {name: text.format(**figures) for name, text in said[field].items()}
        for field, figures in _found(order, on)
    }


def _found(order: JobOrder, on: date) -> Iterator[tuple[str, Mapping[str, Any]]]:
    most = terms.most_a_year(order.conditions, on)
    if most and order.income_jpy > 2 * most:
        yield "annual_income_jpy", {"income": order.income_jpy, "most": most}
    if times := overnight(order.conditions["hours"]["stated"]):
        yield "hours-stated", {"start": times[0], "end": times[1]}


def is_sure(found: Doubts, typed: Mapping[str, str]) -> bool:
    return all(typed.get(f"{SURE}{field}") == said["sure"] for field, said in found.items())
