"""From a job order to a hire, and the relay it forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from shared.domain.candidate_file import CandidateFile
from shared.domain.company import Company
from shared.domain.credit import Lot
from shared.domain.ids import (
    CandidateId,
    CompanyId,
    JobOrderId,
    RecommendationId,
)
from shared.domain.job_order import JobOrder
from shared.domain.ledger import Head
from shared.domain.placement import Joining, Leaving, Placing
from shared.domain.provision import Provision, Values
from shared.domain.recommendation import Recommendation
from shared.domain.redemption import Move
from shared.domain.relay import Edge

if TYPE_CHECKING:  # pydantic adds a quarter to a start; `click` must not pay it
    from shared.contracts.events import (
        CandidateRecommended,
        ConsentAsked,
        CreditReserved,
        Event,
        JobOrderPosted,
        PartnerShown,
        RelayFormed,
    )


class JobOrders(Protocol):
    def post(
        self,
        order: JobOrder,
        event: JobOrderPosted,
        *,
        spends: Head | None = None,
    ) -> None:
        """Raises CompanyNotActive, Conflict; StateForbids: it left.

        Args:
            spends: it left, and has a credit to spend on it in its time, behind this head.
        """
        ...

    def find(self, company_id: CompanyId, job_order_id: JobOrderId) -> JobOrder:
        """Raises JobOrderNotFound."""
        ...

    def with_head(self, company_id: CompanyId, job_order_id: JobOrderId) -> tuple[JobOrder, Head]:
        """Raises JobOrderNotFound."""
        ...

    def change(
        self, before: JobOrder, after: JobOrder, *events: Event, move: Move | None = None
    ) -> None: ...


class Endings(Protocol):
    def due(self, now: datetime) -> Iterator[JobOrder]:
        """Posted or accepted, and past their last day."""
        ...

    def recommended(self, order: JobOrder) -> Iterator[Recommendation]: ...


class Fees(Protocol):
    def due(self, hired: Recommendation) -> int | None:
        """In yen; None where nobody joined."""
        ...


class Reservations(Protocol):
    def reserve(
        self,
        move: Move,
        accepted_difference_jpy: int,
        event: CreditReserved,
        now: datetime,
    ) -> None:
        """Raises JobOrderNotFound, StateForbids, FeeDifferenceNotAccepted, CompanyNotActive,
        Conflict."""
        ...


class Recommendations(Protocol):
    """Each but the first two is one transaction; all of these may raise Conflict."""

    def find(
        self,
        company_id: CompanyId,
        job_order_id: JobOrderId,
        recommendation_id: RecommendationId,
    ) -> Recommendation:
        """Raises RecommendationNotFound."""
        ...

    def of_candidate(
        self, candidate_id: CandidateId, recommendation_id: RecommendationId
    ) -> Recommendation:
        """Under the name their file has now. Raises RecommendationNotFound."""
        ...

    def ask(
        self,
        asked: Recommendation,
        note: str | None,
        event: ConsentAsked,
        order: JobOrder,
    ) -> None:
        """Raises StateForbids, CompanyNotActive."""
        ...

    def answer(self, before: Recommendation, after: Recommendation, order: JobOrder | None) -> None:
        """A yes rests on its order. Raises StateForbids."""
        ...

    def recommend(
        self,
        before: Recommendation,
        after: Recommendation,
        shown: Values,
        provision: Provision,
        event: CandidateRecommended,
        order: JobOrder,
        file: CandidateFile,
    ) -> None:
        """Raises StateForbids, CompanyNotActive."""
        ...

    def still_there(self, after: Recommendation) -> None: ...

    def move(
        self,
        before: Recommendation,
        after: Recommendation,
        on: date,
    ) -> None:
        """Raises StateForbids."""
        ...

    def of_file(self, candidate_id: CandidateId) -> Sequence[Recommendation]: ...

    def decline(self, before: Recommendation, after: Recommendation, on: date) -> None: ...


class Placements(Protocol):
    def standing(
        self,
        company_id: CompanyId,
        job_order_id: JobOrderId,
        recommendation_id: RecommendationId,
    ) -> Placing:
        """Raises JobOrderNotFound, RecommendationNotFound."""
        ...

    def held(self, spent: Lot) -> tuple[Head, Lot]: ...

    def fee_jpy(self, hired: Recommendation) -> int | None:
        """None where nobody joined, or the register's row is gone."""
        ...

    def join(
        self,
        joining: Joining,
        events: Sequence[Event],
        now: datetime,
    ) -> None:
        """Raises FileMerged, Conflict."""
        ...

    def leave(
        self,
        leaving: Leaving,
        today: date,
        events: Sequence[Event],
    ) -> None:
        """Raises AlreadyPosted: the credit came back before; Conflict."""
        ...


class Relays(Protocol):
    def joined(
        self,
        company_id: CompanyId,
        job_order_id: JobOrderId,
        recommendation_id: RecommendationId,
    ) -> tuple[Recommendation, bool] | None:
        """With whether it was handed on before."""
        ...

    def is_known(self, referred_by: CompanyId, hired_by: CompanyId) -> bool: ...

    def edges(self, company_id: CompanyId) -> Iterator[Edge]: ...

    def companies(self, *wanted: CompanyId) -> Mapping[CompanyId, Company]:
        """Raises CompanyNotFound."""
        ...

    def form(
        self,
        joined: Recommendation,
        referred_by: CompanyId,
        event: RelayFormed | None,
        *shown: PartnerShown,
        open_people: int,
    ) -> None:
        """Raises AlreadyDone, Conflict."""
        ...
