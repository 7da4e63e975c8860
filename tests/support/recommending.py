"""A job order, a candidate and what an adviser does with them, in one call each, on a table."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from functions.answer import consent_flow
from functions.place import placement_flow, recommendation_flow
from functions.place.recommendation_flow import Wish
from functions.relay.flow import relay
from shared.contracts.events import CandidateJoined
from shared.domain.candidate_file import CandidateFile
from shared.domain.consent import Consents
from shared.domain.fee import fee
from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId
from shared.domain.job_order import JobOrder, JobOrderState
from shared.domain.placement import Leaving
from shared.domain.provision import Provision
from shared.domain.recommendation import USUAL, Fault, Item, Recommendation, Side, Stage
from shared.domain.redemption import expire, release, reserve
from shared.domain.registration import Candidate
from shared.domain.rules import FIRST
from shared.pepper import Pepper
from shared.programme import Kept
from shared.table import file_item, job_order_item, keys
from shared.table.candidate_files import CandidateFiles
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.credits import Credits
from shared.table.cv_parts import CvParts
from shared.table.job_orders import JobOrders
from shared.table.placements import Placements
from shared.table.recommendations import Recommendations
from shared.table.registers import Registers
from shared.table.relays import Relays
from tests.support.builders import ACME, BOLT, JOBS, NOON, PEPPER, TODAY

JOB: Final = JOBS[1]
ADA: Final = CandidateId("cnd_01KJP7T0W00000000000000ADA")
REC: Final = RecommendationId("rec_1")
WEEK: Final = timedelta(days=7)


def an_order(company_id: CompanyId = BOLT, **changed: Any) -> JobOrder:
    order = JobOrder(
        job_order_id=JOB,
        company_id=company_id,
        title="開発エンジニア",
        state=JobOrderState.ACCEPTED,
        posted_at=NOON,
        fee=fee(8_000_000, FIRST),
        openings=1,
        conditions={"duties": "開発", "workplace": "東京都"},
        notice_version="1",
        accepted_at=NOON,
    )
    return replace(order, **changed)


def a_file(
    name: str = "ada", let_go_by: tuple[CompanyId, ...] = (ACME,), **changed: Any
) -> CandidateFile:
    came = {company_id: NOON + timedelta(n) for n, company_id in enumerate(let_go_by)}
    file = CandidateFile(
        candidate_id=CandidateId(f"cnd_01KJP7T0W0{name.upper():0>16}"),
        person=PEPPER.person(f"{name}@example.org"),
        candidate=Candidate(f"{name}@example.org", name.title(), "+819012345678", "02", "東京"),
        consents=Consents(text_version="test-1", method="form", statistics=True),
        locale="ja",
        opened_at=NOON,
        contact_by=None,
        let_go_by=let_go_by,
        came=came,
    )
    return replace(file, **changed)


def a_provision(**changed: Any) -> Provision:
    made = Provision(
        at=NOON,
        recommendation_id=REC,
        candidate_id=ADA,
        candidate_name="Ada",
        company_id=BOLT,
        company_name="株式会社ボルト",
        job_order_id=JOB,
        items=(Item.NAME, Item.SUMMARY),
        consented_at=NOON,
        text_version="job-1",
        provided_by="key_1",
    )
    return replace(made, **changed)


def written[S](store: S) -> Callable[[object], S]:
    """Where nobody looks at what an act answers."""
    return lambda _: store


@dataclass(frozen=True, slots=True)
class Desk:
    """What advisers, candidates and companies do at one table. A week passes before each joins."""

    table: Table
    now: datetime = NOON

    @property
    def stores(self) -> recommendation_flow.Stores:
        t = self.table
        return recommendation_flow.Stores(
            Companies(t),
            CandidateFiles(t),
            JobOrders(t),
            Recommendations(t),
            CvParts(t),
        )

    def posts(self, order: JobOrder) -> None:
        key = keys.job_order(order.company_id, order.job_order_id)
        made = self.table.new(key, job_order_item.to_item(order))
        self.table.commit(made, Registers(self.table).order_taken_on(order))

    def files(self, file: CandidateFile) -> None:
        key = keys.candidate_file(file.candidate_id)
        made = self.table.new(key, file_item.to_item(file))
        self.table.commit(made, Registers(self.table).taken_on(file))

    def reserves(self, order_id: JobOrderId = JOB, company_id: CompanyId = BOLT) -> None:
        credits, orders = Credits(self.table), JobOrders(self.table)
        standing = credits.standing(company_id)
        move = reserve(standing.head, standing.soonest(self.now), order_id, on=TODAY, rules=FIRST)
        before = orders.find(company_id, order_id)
        after = replace(before, credit=move.after)
        self.table.commit(*orders.changed(before, after), *credits.moved(move))

    def releases(self, *, closing: bool = False, company_id: CompanyId = BOLT) -> None:
        orders, credits = JobOrders(self.table), Credits(self.table)
        before = orders.find(company_id, JOB)
        after = before.closed(self.now) if closing else replace(before, credit=None)
        lot = before.credit
        head = credits.standing(company_id).head
        moved = credits.moved(release(head, lot, on=TODAY, rules=FIRST)) if lot else ()
        self.table.commit(*orders.changed(before, after), *moved)

    def expires(self, company_id: CompanyId = BOLT) -> None:
        credits = Credits(self.table)
        standing = credits.standing(company_id)
        move = expire(standing.head, standing.available[0], on=TODAY, rules=FIRST)
        self.table.commit(*credits.moved(move))

    def asks(
        self,
        candidate_id: CandidateId = ADA,
        rec: RecommendationId = REC,
        *,
        job: JobOrderId = JOB,
        company_id: CompanyId = BOLT,
        items: tuple[Item, ...] = USUAL,
        confirmed: bool = False,
    ) -> Recommendation:
        wish = Wish(candidate_id, items, "強い", confirmed, "https://relay.example")
        return recommendation_flow.ask(
            (company_id, job, rec),
            wish,
            stores=self.stores,
            written=written(Recommendations(self.table)),
            now=self.now,
        )

    def answers(
        self,
        yes: bool = True,
        candidate_id: CandidateId = ADA,
        rec: RecommendationId = REC,
        *,
        at: datetime | None = None,
        pepper: Pepper = PEPPER,
    ) -> None:
        consent_flow.answer(
            pepper.token("consents", f"{candidate_id}~{rec}"),
            yes=yes,
            text_version="job-test-1",
            secrecy=pepper,
            stores=self.page_stores,
            now=at or self.now,
        )

    @property
    def page_stores(self) -> consent_flow.Stores:
        t = self.table
        return consent_flow.Stores(
            Companies(t), CandidateFiles(t), JobOrders(t), Recommendations(t)
        )

    def recommends(
        self,
        rec: RecommendationId = REC,
        *,
        job: JobOrderId = JOB,
        company_id: CompanyId = BOLT,
        items: tuple[Item, ...] = (Item.NAME, Item.SUMMARY),
    ) -> Recommendation:
        return recommendation_flow.recommend(
            (company_id, job, rec),
            items,
            "よく聴く人です。",
            by="key_adviser",
            stores=self.stores,
            written=written(Recommendations(self.table)),
            now=self.now,
        )

    def moves(
        self, stage: Stage, rec: RecommendationId = REC, *, by: Side | None = None
    ) -> Recommendation:
        return recommendation_flow.move(
            (BOLT, JOB, rec),
            stage,
            by,
            stores=self.stores,
            written=written(Recommendations(self.table)),
            now=self.now,
        )

    def joins(
        self,
        rec: RecommendationId = REC,
        *,
        on: date = TODAY + WEEK,
        job: JobOrderId = JOB,
        company_id: CompanyId = BOLT,
        income_jpy: int | None = None,
        programme: Kept | None = None,
    ) -> Recommendation:
        return placement_flow.join(
            (company_id, job, rec),
            on,
            income_jpy,
            placements=Placements(self.table),
            programme=programme or Kept(),
            written=written(Placements(self.table)),
            now=self.now + WEEK,
        )

    def leaves(
        self,
        on: date,
        fault: Fault = Fault.CANDIDATE,
        rec: RecommendationId = REC,
        *,
        job: JobOrderId = JOB,
        programme: Kept | None = None,
        refund_jpy: int | None = None,
    ) -> Leaving:
        return placement_flow.leave(
            (BOLT, job, rec),
            on,
            fault,
            refund_jpy=refund_jpy,
            recommendations=Recommendations(self.table),
            placements=Placements(self.table),
            programme=programme or Kept(),
            written=written(Placements(self.table)),
            now=self.now + timedelta(days=90),
        )

    def relays(
        self, rec: RecommendationId = REC, job: JobOrderId = JOB, company_id: CompanyId = BOLT
    ) -> bool:
        fact = CandidateJoined(
            event_id=f"joined:{rec}",
            occurred_at=self.now,
            company_id=company_id,
            job_order_id=job,
            recommendation_id=rec,
            candidate_id=ADA,
        )
        return relay(
            fact, relays=Relays(self.table), files=CandidateFiles(self.table), now=self.now
        )

    def found(self, rec: RecommendationId = REC, job: JobOrderId = JOB) -> Recommendation:
        return Recommendations(self.table).find(BOLT, job, rec)

    def recommended(self, name: str = "ada", rec: RecommendationId = REC, **file: Any) -> None:
        """Filed, asked, agreed, shown."""
        filed = a_file(name, **file)
        self.files(filed)
        self.asks(filed.candidate_id, rec)
        self.answers(True, filed.candidate_id, rec)
        self.recommends(rec)
