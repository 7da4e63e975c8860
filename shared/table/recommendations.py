"""Recommendations: under the company that hires, and a part of the candidate's file.

What is said of the candidate stands in their file alone, so that it goes when they do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import Conflict, RecommendationNotFound, RelayError, StateForbids
from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId
from shared.domain.job_order import JobOrder
from shared.domain.provision import Provision, Values
from shared.domain.recommendation import ENDED, Item, Recommendation, Stage
from shared.domain.tokyo import day
from shared.table import keys, provision_item
from shared.table.codec import due, stamp
from shared.table.commit import Table
from shared.table.file_guards import still_kept, still_open
from shared.table.inboxes import start_of
from shared.table.job_orders import JobOrders
from shared.table.recommendation_item import from_item, moving, to_item
from shared.table.registers import Registers
from shared.table.spending import may_spend
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import CandidateRecommended, ConsentAsked

PART = keys.RECOMMENDATION_PREFIX
MOST = 50
"""On a page: whom it is about is read with one request, and that takes a hundred."""


def _moved(_: object) -> Conflict:
    return Conflict("the recommendation moved on while we were deciding")


def _asked_already(_: dict[str, Any]) -> RelayError:
    return StateForbids("this candidate was asked about this job", "asked")


@dataclass(frozen=True, slots=True)
class Recommendations:
    table: Table

    def find(
        self,
        company_id: CompanyId,
        job_order_id: JobOrderId,
        recommendation_id: RecommendationId,
    ) -> Recommendation:
        """Raises RecommendationNotFound."""
        item = self.table.get(keys.recommendation(company_id, job_order_id, recommendation_id))
        return from_item(_found(item))

    def of_candidate(
        self, candidate_id: CandidateId, recommendation_id: RecommendationId
    ) -> Recommendation:
        """Under the name their file has now. Raises RecommendationNotFound."""
        part = _found(self.table.get(_part(candidate_id, recommendation_id)))
        found = self.find(
            CompanyId(part["company_id"]), JobOrderId(part["job_order_id"]), recommendation_id
        )
        return replace(found, candidate_id=candidate_id)

    def page(
        self, company_id: CompanyId, job_order_id: JobOrderId, *, limit: int, after: str | None
    ) -> tuple[Sequence[Recommendation], str | None]:
        items, following = self.table.page(
            keys.of_company(company_id),
            keys.recommendations(job_order_id),
            limit=min(limit, MOST),
            after=after,
        )
        return [from_item(item) for item in items], following

    def waiting(
        self, *, limit: int, after: str | None
    ) -> tuple[Sequence[Recommendation], str | None]:
        """Who said yes and was not shown yet, longest first; as it was a moment ago."""
        items, following = self.table.inbox(keys.Inbox.CONSENTED, limit=limit, after=after)
        return [from_item(item) for item in items], following

    def unanswered(
        self, *, limit: int, after: str | None
    ) -> tuple[Sequence[Recommendation], str | None]:
        """Who was asked and said nothing yet, longest first; as it was a moment ago."""
        items, following = self.table.inbox(keys.Inbox.ASKED, limit=limit, after=after)
        return [from_item(item) for item in items], following

    def joined_between(
        self, first: date, last: date, *, limit: int, after: str | None
    ) -> tuple[Sequence[Recommendation], str | None]:
        """Who joined on one of these days, and nobody said that they left or are still there."""
        days = start_of(first), start_of(last)
        items, following = self.table.inbox(
            keys.Inbox.JOINED, limit=limit, after=after, between=days
        )
        return [from_item(item) for item in items], following

    def of_file(self, candidate_id: CandidateId) -> list[Recommendation]:
        """All there are under this name, with the name each was last kept under."""
        return [
            self.find(
                CompanyId(part["company_id"]),
                JobOrderId(part["job_order_id"]),
                RecommendationId(part["recommendation_id"]),
            )
            for part in self.table.all_of(keys.of_candidate(candidate_id), PART)
        ]

    def shown(self, of: Mapping[RecommendationId, CandidateId]) -> dict[RecommendationId, Values]:
        """What companies were shown, as it was that day; not of whose file it is gone from."""
        wanted = [_shown(candidate_id, name) for name, candidate_id in of.items()]
        found = self.table.get_all(*wanted)
        return {
            name: {Item(item): value for item, value in part["shown"].items()}
            for name, part in zip(of, found, strict=True)
            if part
        }

    def ask(
        self,
        asked: Recommendation,
        note: str | None,
        event: ConsentAsked,
        order: JobOrder,
    ) -> None:
        """Raises StateForbids, Conflict."""
        table, of = self.table, asked.candidate_id
        part = {
            "recommendation_id": asked.recommendation_id,
            "company_id": asked.company_id,
            "job_order_id": asked.job_order_id,
            "asked_at": stamp(asked.asked_at),
        }
        table.commit(
            table.new(_open(asked), {"recommendation_id": asked.recommendation_id}, _asked_already),
            table.new(_key(asked), {**to_item(asked), **_waits(asked), "relayed": False}),
            table.new(_part(of, asked.recommendation_id), part),
            *self._noted(asked, note),
            still_open(of),
            may_spend(asked.company_id, asked.asked_at),
            JobOrders(self.table).still_accepted(order),
            table.outbox(event),
        )

    def answer(self, before: Recommendation, after: Recommendation, order: JobOrder | None) -> None:
        """The candidate's own word, kept beside what it changes.

        Args:
            order: what a yes rests on.

        Raises:
            StateForbids, Conflict
        """
        assert after.answered_at is not None
        said = {
            "consent": "job",
            "answer": after.stage,
            "recommendation_id": after.recommendation_id,
            "company_id": after.company_id,
            "job_order_id": after.job_order_id,
            "items": list(after.items),
            "text_version": after.text_version,
            "method": "page",
            "at": stamp(after.answered_at),
        }
        name = f"{after.recommendation_id}#{stamp(after.answered_at)}"
        key = keys.part_of_file(after.candidate_id, keys.CONSENT_PREFIX, name)
        self.table.commit(
            *self.moved(before, after),
            self.table.new(key, said, _moved),
            still_open(after.candidate_id) if order else still_kept(after.candidate_id),
            *([JobOrders(self.table).still_accepted(order)] if order else []),
        )

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
        """Raises StateForbids, Conflict."""
        company, on, table = provision.company_name, day(provision.at), self.table
        table.commit(
            *self.moved(before, after),
            *Registers(table).introduced(after, file, company, order, on),
            table.new(_shown(after.candidate_id, after.recommendation_id), {"shown": {**shown}}),
            *provision_item.new(table, provision),
            still_open(after.candidate_id),
            may_spend(after.company_id, provision.at),
            JobOrders(table).still_accepted(order),
            table.outbox(event),
        )

    def move(
        self,
        before: Recommendation,
        after: Recommendation,
        on: date,
    ) -> None:
        """Raises StateForbids, Conflict."""
        if after.stage is Stage.DECLINED:
            self.table.commit(*self._declined(before, after, on))
        else:
            self.table.commit(*self.moved(before, after), still_open(after.candidate_id))

    def still_there(self, after: Recommendation) -> None:
        """Nobody is to ask again before the early days are over. Raises Conflict."""
        self.table.commit(
            self.table.change(
                _key(after),
                guards=[("stage", "=", Stage.JOINED)],
                unset=["still_there_on"],
                put={"still_there_on": str(after.still_there_on)},
                remove=keys.DUE,
                refusal=_moved,
            )
        )

    def decline(self, before: Recommendation, after: Recommendation, on: date) -> None:
        """Nobody asked for it: the candidate left. Raises Conflict."""
        self.table.commit(*self._declined(before, after, on))

    def _declined(self, before: Recommendation, after: Recommendation, on: date) -> Iterator[Write]:
        yield from self.moved(before, after)
        yield from Registers(self.table).declined(before, on)

    def moved(self, before: Recommendation, after: Recommendation) -> Iterator[Write]:
        """The writes of a new stage, for acts that commit it with their own."""
        yield self.table.change(
            _key(after),
            guards=[("stage", "=", before.stage)],
            put={**moving(after), **_waits(after)},
            remove=[] if _waits(after) else keys.DUE,
            refusal=_moved,
        )
        if before.stage in ENDED:
            values = {"recommendation_id": after.recommendation_id}
            yield self.table.new(_open(after), values, _asked_already)
        if after.stage in ENDED:
            yield self.table.delete(
                _open(after),
                guards=[("recommendation_id", "=", after.recommendation_id)],
                refusal=_moved,
            )

    def _noted(self, asked: Recommendation, note: str | None) -> Iterator[Write]:
        """For the agency alone."""
        if note:
            key = keys.part_of_file(asked.candidate_id, keys.NOTE_PREFIX, asked.recommendation_id)
            yield self.table.new(key, {"note": note, "at": stamp(asked.asked_at)})


def _found(item: dict[str, Any] | None) -> dict[str, Any]:
    if item is None:
        raise RecommendationNotFound("no such recommendation")
    return item


def _waits(after: Recommendation) -> dict[str, Any]:
    """For their answer; who said yes, for their adviser; who joined may leave early."""
    match after.stage:
        case Stage.ASKED:
            return due(keys.inbox(keys.Inbox.ASKED), after.asked_at)
        case Stage.CONSENTED if after.answered_at:
            return due(keys.inbox(keys.Inbox.CONSENTED), after.answered_at)
        case Stage.JOINED if after.joined_on:
            return due(keys.inbox(keys.Inbox.JOINED), start_of(after.joined_on))
    return {}


def _key(of: Recommendation) -> keys.Key:
    return keys.recommendation(of.company_id, of.job_order_id, of.recommendation_id)


def _part(candidate_id: CandidateId, recommendation_id: RecommendationId) -> keys.Key:
    return keys.part_of_file(candidate_id, PART, recommendation_id)


def _open(of: Recommendation) -> keys.Key:
    return keys.part_of_file(of.candidate_id, keys.OPEN_PREFIX, of.job_order_id)


def _shown(candidate_id: CandidateId, recommendation_id: RecommendationId) -> keys.Key:
    return keys.part_of_file(candidate_id, keys.SHOWN_PREFIX, recommendation_id)
