"""Edges between companies, each kept at both of its ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import batched
from typing import TYPE_CHECKING, Any

from shared.domain.company import Company
from shared.domain.errors import AlreadyDone, CompanyNotFound, Conflict
from shared.domain.ids import CompanyId, JobOrderId, RecommendationId
from shared.domain.recommendation import Recommendation
from shared.domain.relay import Direction, Edge, Shown, shown
from shared.table import company_item, keys
from shared.table.commit import Table
from shared.table.recommendation_item import from_item
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import PartnerShown, RelayFormed

AT_ONCE = 100
"""Items in one read."""


def _moved(_: object) -> Conflict:
    return Conflict("the relay moved on while we were deciding")


@dataclass(frozen=True, slots=True)
class Relays:
    table: Table

    def joined(
        self,
        company_id: CompanyId,
        job_order_id: JobOrderId,
        recommendation_id: RecommendationId,
    ) -> tuple[Recommendation, bool] | None:
        """With whether it was handed on before; None where there is none."""
        item = self.table.get(keys.recommendation(company_id, job_order_id, recommendation_id))
        return (from_item(item), bool(item["relayed"])) if item else None

    def is_known(self, referred_by: CompanyId, hired_by: CompanyId) -> bool:
        return self.table.get(keys.relay_to(referred_by, hired_by)) is not None

    def form(
        self,
        joined: Recommendation,
        referred_by: CompanyId,
        event: RelayFormed | None,
        *shown: PartnerShown,
        open_people: int,
    ) -> None:
        """One more person on the edge; the first one says so.

        Args:
            open_people: 1 where they allow statistics.

        Raises:
            AlreadyDone: this joining is on it.
            Conflict
        """
        key = keys.recommendation(joined.company_id, joined.job_order_id, joined.recommendation_id)
        more = {"people": 1, "open_people": open_people}
        self.table.commit(
            self.table.change(
                key,
                guards=[("relayed", "=", False)],
                put={"relayed": True, "open_people": open_people},
                refusal=lambda _: AlreadyDone("this joining is on its edge"),
            ),
            *(
                self._end(end, partner, more, is_new=event is not None)
                for end, partner in _ends(referred_by, joined.company_id)
            ),
            *([self.table.outbox(event)] if event else []),
            *(self.table.outbox(fact) for fact in shown),
        )

    def edges(self, company_id: CompanyId) -> Iterator[Edge]:
        """In both directions."""
        partition = keys.of_company(company_id)
        yield from map(edge, self.table.all_of(partition, keys.RELAY_PREFIX))

    def companies(self, *wanted: CompanyId) -> dict[CompanyId, Company]:
        """Raises CompanyNotFound."""
        found = dict[CompanyId, Company]()
        for some in batched(dict.fromkeys(wanted), AT_ONCE, strict=False):
            items = self.table.get_all(*map(keys.company, some))
            for company_id, item in zip(some, items, strict=True):
                if item is None:
                    raise CompanyNotFound("no such company")
                found[company_id] = company_item.from_item(item)
        return found

    def seen(self, company_id: CompanyId) -> tuple[Company, list[Shown]]:
        """A company, and its partners as far as it may see them. Raises CompanyNotFound."""
        edges = list(self.edges(company_id))
        companies = self.companies(company_id, *(edge.partner_id for edge in edges))
        return companies[company_id], shown(companies[company_id], edges, companies)

    def show_partners(self, company_id: CompanyId, wish: bool) -> None:
        """Whether partners may read the company's name. Raises CompanyNotFound."""
        self.table.commit(
            self.table.change(
                keys.company(company_id),
                put={"shows_partners": wish},
                refusal=lambda _: CompanyNotFound("no such company"),
            )
        )

    def _end(
        self, key: keys.Key, partner: CompanyId, more: dict[str, int], *, is_new: bool
    ) -> Write:
        if is_new:
            return self.table.new(key, {"partner": partner, **more}, _moved)
        return self.table.change(key, add=more, refusal=_moved)


def _ends(referred_by: CompanyId, hired_by: CompanyId) -> Iterator[tuple[keys.Key, CompanyId]]:
    yield keys.relay_to(referred_by, hired_by), hired_by
    yield keys.relay_from(hired_by, referred_by), referred_by


def edge(item: dict[str, Any]) -> Edge:
    to = item[keys.SORT].startswith(keys.RELAY_TO_PREFIX)
    return Edge(
        Direction.TO if to else Direction.FROM,
        CompanyId(item["partner"]),
        item["people"],
        item["open_people"],
    )
