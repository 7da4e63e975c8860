"""What became of a company's credits and candidates, as hiring keeps it beside the books."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from shared.domain.credit import Lot
from shared.domain.ids import CompanyId, JobOrderId, RecommendationId
from shared.domain.relay import Edge

type Ends = tuple[Edge, Edge | None]
"""An edge as the company keeps it, and as its partner does."""


@dataclass(frozen=True, slots=True)
class Hire:
    """Somebody joined; they may have left again.

    Args:
        credit: what paid for it, as it was spent.
        relayed: whether they are on the edge to `referred_by`.
    """

    recommendation_id: RecommendationId
    joined_on: date
    credit: Lot | None = None
    referred_by: CompanyId | None = None
    statistics: bool = False
    relayed: bool = False


@dataclass(frozen=True, slots=True)
class Hires:
    """Of one company.

    Args:
        attached: the credit of each job order that has one.
        fees: the credit each hire's row of the fee register names; no entry where no row is.
        edges: in both directions.
    """

    attached: Mapping[JobOrderId, Lot] = field(default_factory=dict)
    hires: tuple[Hire, ...] = ()
    fees: Mapping[RecommendationId, str | None] = field(default_factory=dict)
    edges: tuple[Ends, ...] = ()
