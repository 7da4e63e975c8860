"""Somebody joins, somebody leaves: the order, the credit and the fee follow, once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from functions.place import placement_flow
from shared.domain import placement
from shared.domain.credit import LotState
from shared.domain.errors import (
    Conflict,
    InvalidRequest,
    JobOrderNotFound,
    NotFound,
    RecommendationNotFound,
    StateForbids,
)
from shared.domain.ids import JobOrderId, RecommendationId
from shared.domain.job_order import JobOrderState
from shared.domain.recommendation import Fault, Side, Stage
from shared.domain.redemption import restore
from shared.domain.registers import Kind
from shared.domain.rules import FIRST
from shared.domain.tokyo import years_after
from shared.programme import Kept
from shared.table import keys, registers
from shared.table.commit import Table
from shared.table.credits import Credits
from shared.table.job_orders import JobOrders
from shared.table.placements import Placements
from shared.table.recommendations import Recommendations
from tests.support.acts import count, count_many, grant_all, let_in
from tests.support.builders import BOLT, JOBS, NOON, TODAY
from tests.support.counting import Counted
from tests.support.recommending import ADA, JOB, REC, WEEK, Desk, a_file, an_order, written
from tests.support.stores import on_table
from tests.support.table import fresh_table

SECOND = RecommendationId("rec_2")
JOINED = TODAY + WEEK


@pytest.fixture
def desk(table: Table) -> Desk:
    return opened(table)


def opened(table: Table) -> Desk:
    """A company with one credit, and one accepted order."""
    stores = on_table(table)
    let_in(stores, BOLT)
    count_many(stores, 10, BOLT)
    grant_all(stores, 1, company_id=BOLT)
    desk = Desk(table)
    desk.posts(an_order())
    return desk


def fee_line(desk: Desk, rec: RecommendationId = REC) -> dict[str, Any]:
    return desk.table.get(keys.register(Kind.FEES, f"{JOINED:%Y-%m}", rec)) or {}


def lot(desk: Desk) -> Any:
    [found], _ = on_table(desk.table).ledgers.lots(BOLT, limit=9, after=None)
    return found


def head(desk: Desk) -> Any:
    return on_table(desk.table).ledgers.head(BOLT)


def test_a_hire_with_a_credit_spends_it_and_costs_what_is_over_the_cap(desk: Desk) -> None:
    desk.reserves()
    desk.recommended()
    joined = desk.joins()
    assert (joined.stage, joined.joined_on) == (Stage.JOINED, JOINED)
    assert (lot(desk).state, head(desk).consumed, head(desk).reserved_now) == ("consumed", 1, 0)
    order = JobOrders(desk.table).find(BOLT, JOB)
    assert (order.state, order.filled, order.credit) == (JobOrderState.FILLED, 1, None)
    line = fee_line(desk)
    assert (line["fee_jpy"], line["credit_id"], line["income_jpy"]) == (700_000, "crd_1", 8_000_000)
    facts = on_table(desk.table).said()
    assert {f"joined:{REC}", f"consumed:{BOLT}:1:1"} <= set(facts)


def test_a_hire_below_the_cap_is_free(desk: Desk) -> None:
    desk.reserves()
    desk.recommended()
    desk.joins(income_jpy=6_000_000)
    assert fee_line(desk)["fee_jpy"] == 0


def test_a_hire_without_a_credit_is_paid_for_in_whole(desk: Desk) -> None:
    desk.recommended()
    assert desk.joins().credit is None
    assert fee_line(desk)["fee_jpy"] == 2_800_000
    assert "credit_id" not in fee_line(desk)
    assert (lot(desk).state, head(desk).available) == (LotState.AVAILABLE, 1)


def test_whom_we_placed_is_left_alone_for_two_years(desk: Desk) -> None:
    desk.recommended()
    desk.joins()
    file = desk.stores.files.find(ADA)
    assert file.not_solicited_until == years_after(JOINED, 2)


def test_nobody_joins_twice_and_nobody_joins_a_filled_order(desk: Desk) -> None:
    desk.reserves()
    desk.recommended()
    desk.recommended("grace", SECOND)
    desk.joins()
    with pytest.raises(StateForbids) as refused:
        desk.joins()
    assert refused.value.state == Stage.JOINED
    with pytest.raises(StateForbids) as refused:
        desk.joins(SECOND)
    assert refused.value.state == JobOrderState.FILLED
    assert head(desk).consumed == 1


def test_an_order_of_two_openings_takes_two_and_its_one_credit_pays_one(desk: Desk) -> None:
    job = JOBS[2]
    desk.posts(an_order(job_order_id=job, openings=2))
    desk.reserves(job)
    for rec in (REC, SECOND):
        _recommend(desk, rec, job)
        desk.joins(rec, job=job)
    assert JobOrders(desk.table).find(BOLT, job).state is JobOrderState.FILLED
    assert [fee_line(desk, rec).get("credit_id") for rec in (REC, SECOND)] == ["crd_1", None]


def _recommend(desk: Desk, rec: RecommendationId, job: JobOrderId) -> None:
    file = a_file(rec)
    desk.files(file)
    desk.asks(file.candidate_id, rec, job=job)
    desk.answers(True, file.candidate_id, rec)
    desk.recommends(rec, job=job)


@pytest.mark.parametrize("on", [TODAY - timedelta(days=1), JOINED + timedelta(days=1)])
def test_a_day_before_they_were_asked_or_still_to_come_is_refused(desk: Desk, on: date) -> None:
    desk.recommended()
    with pytest.raises(InvalidRequest) as refused:
        desk.joins(on=on)
    assert refused.value.fields == {"on": "malformed"}
    assert desk.found().stage is Stage.RECOMMENDED


def test_only_who_was_recommended_joins(desk: Desk) -> None:
    with pytest.raises(RecommendationNotFound):
        desk.joins()
    with pytest.raises((JobOrderNotFound, RecommendationNotFound)):
        desk.joins(job=JobOrderId("j" * 1100))
    desk.recommended()
    desk.moves(Stage.DECLINED, by=Side.COMPANY)
    with pytest.raises(StateForbids):
        desk.joins()


def test_an_order_closed_meanwhile_takes_nobody_and_its_credit_is_free(desk: Desk) -> None:
    desk.reserves()
    desk.recommended()
    desk.releases(closing=True)
    with pytest.raises(StateForbids) as refused:
        desk.joins()
    assert refused.value.state == JobOrderState.CLOSED
    assert (head(desk).available, head(desk).consumed) == (1, 0)


def test_a_joining_decided_before_the_credit_was_released_is_refused(desk: Desk) -> None:
    desk.reserves()
    desk.recommended()
    stale = _stale(desk)
    desk.releases()
    with pytest.raises(Conflict):
        stale()
    assert (desk.joins().credit, head(desk).available) == (None, 1)


def test_a_joining_decided_before_the_order_closed_is_refused(desk: Desk) -> None:
    desk.recommended()
    stale = _stale(desk)
    desk.releases(closing=True)
    with pytest.raises(Conflict):
        stale()
    assert fee_line(desk) == {}


def test_a_joining_decided_before_another_entry_is_refused_and_decided_again(desk: Desk) -> None:
    """The chain moved on: the clock let a second credit expire, somebody was counted."""
    stores = on_table(desk.table)
    count_many_more(desk)
    grant_all(stores, 2, company_id=BOLT)
    desk.reserves()
    desk.recommended()
    stale = _stale(desk)
    desk.expires()
    with pytest.raises(Conflict):
        stale()
    desk.joins()
    assert (head(desk).consumed, head(desk).expired, head(desk).lawful) == (1, 1, True)


def count_many_more(desk: Desk) -> None:
    for n in range(10, 20):
        count(on_table(desk.table), f"person{n}", BOLT)


def _stale(desk: Desk) -> Any:
    """A joining as it was decided now, to be committed later."""
    placements = Placements(desk.table)
    standing = placements.standing(BOLT, JOB, REC)
    joining = placement.join(standing, JOINED, income_jpy=None, today=JOINED, rules=FIRST)
    return lambda: placements.join(joining, [], NOON)


def test_two_who_say_it_at_once_say_it_once(desk: Desk) -> None:
    desk.reserves()
    desk.recommended()
    desk.recommended("grace", SECOND)

    def says(rec: RecommendationId) -> bool:
        try:
            desk.joins(rec)
        except (StateForbids, Conflict):
            return False
        return True

    with ThreadPoolExecutor(6) as crowd:
        told = list(crowd.map(says, [REC, SECOND, REC, SECOND, REC, SECOND]))
    assert told.count(True) == 1
    assert (head(desk).consumed, head(desk).lawful) == (1, True)


def test_a_merged_files_candidate_joins_under_their_new_name(desk: Desk) -> None:
    desk.recommended()
    desk.files(a_file("grace"))
    pointer = {"merged_into": "cnd_01KJP7T0W000000000000GRACE"}
    desk.table.commit(desk.table.change(keys.candidate_file(ADA), put=pointer))
    desk.joins()
    kept = desk.table.get(keys.candidate_file(a_file("grace").candidate_id)) or {}
    assert kept["not_solicited_until"] == "2028-03-09"
    assert desk.found().candidate_id == "cnd_01KJP7T0W000000000000GRACE"


def test_a_joining_is_one_read_and_one_commit() -> None:
    counted = Counted()
    desk = opened(fresh_table(counted.client))
    desk.reserves()
    desk.recommended()
    counted.since()
    desk.joins()
    assert counted.since() == ["TransactGetItems", "TransactWriteItems"]


@pytest.mark.parametrize("fault", [Fault.CANDIDATE, Fault.OTHER])
def test_who_leaves_early_gives_the_credit_back(desk: Desk, fault: Fault) -> None:
    _hired(desk)
    desk.leaves(JOINED + timedelta(days=30), fault)
    assert (lot(desk).state, head(desk).restored, head(desk).available) == ("available", 1, 1)
    assert desk.found().stage is Stage.LEFT
    assert f"restored:{BOLT}:1" in on_table(desk.table).said()


@pytest.mark.parametrize(
    ("days", "fault"), [(31, Fault.CANDIDATE), (1, Fault.COMPANY), (90, Fault.OTHER)]
)
def test_later_or_by_the_companys_fault_the_credit_stays_spent(
    desk: Desk, days: int, fault: Fault
) -> None:
    _hired(desk)
    desk.leaves(JOINED + timedelta(days=days) if days < 80 else TODAY + timedelta(days=90), fault)
    assert (lot(desk).state, head(desk).restored) == ("consumed", 0)
    assert (desk.found().stage, desk.found().fault) == (Stage.LEFT, fault)


@pytest.mark.parametrize(("first", "later", "state"), [(30, 60, "consumed"), (60, 30, "available")])
def test_a_leaving_is_judged_by_the_rules_of_its_joining(
    desk: Desk, first: int, later: int, state: str
) -> None:
    """45 days after it, when other rules are in force."""
    rules = [
        replace(FIRST, version=2, effective_from=NOON, early_leave_days=first),
        replace(FIRST, version=3, effective_from=NOON + 2 * WEEK, early_leave_days=later),
    ]
    order = an_order(job_order_id=JOBS[2])
    desk.posts(replace(order, fee=replace(order.fee, rule_version=2)))
    desk.reserves(JOBS[2])
    _recommend(desk, SECOND, JOBS[2])
    programme = Kept(tuple(rules))
    assert desk.joins(SECOND, job=JOBS[2], programme=programme).rule_version == 2
    desk.leaves(JOINED + timedelta(days=45), rec=SECOND, job=JOBS[2], programme=programme)
    assert lot(desk).state == state


def test_nobody_leaves_twice_before_they_joined_or_in_the_future(desk: Desk) -> None:
    desk.reserves()
    desk.recommended()
    with pytest.raises(StateForbids):
        desk.leaves(JOINED)
    desk.joins()
    for on in (JOINED - timedelta(days=1), TODAY + timedelta(days=91)):
        with pytest.raises(InvalidRequest):
            desk.leaves(on)
    desk.leaves(JOINED)
    with pytest.raises(StateForbids):
        desk.leaves(JOINED)
    assert head(desk).restored == 1


def test_a_credit_comes_back_once_however_often_it_is_spent(desk: Desk) -> None:
    _hired(desk)
    desk.leaves(JOINED)
    job = JOBS[2]
    desk.posts(an_order(job_order_id=job))
    desk.reserves(job)
    _recommend(desk, SECOND, job)
    desk.joins(SECOND, job=job)

    leaving = placement_flow.leave(
        (BOLT, job, SECOND),
        JOINED,
        Fault.OTHER,
        recommendations=Recommendations(desk.table),
        placements=Placements(desk.table),
        programme=Kept(),
        written=written(Placements(desk.table)),
        now=NOON + WEEK,
    )
    assert leaving.move is None
    assert (head(desk).restored, head(desk).consumed, lot(desk).state) == (1, 2, "consumed")


def test_a_credit_given_back_by_hand_is_not_given_back_again(desk: Desk) -> None:
    _hired(desk)
    move = restore(head(desk), lot(desk), on=TODAY, rules=FIRST)
    desk.table.commit(*Credits(desk.table).moved(move))
    assert desk.leaves(JOINED).move is None
    assert (head(desk).restored, head(desk).available) == (1, 1)


def test_what_is_paid_back_of_the_fee_is_in_both_registers_with_the_credit(desk: Desk) -> None:
    desk.reserves()
    desk.recommended()
    desk.joins(income_jpy=7_000_000)
    with pytest.raises(InvalidRequest):
        desk.leaves(JOINED, refund_jpy=350_001)
    assert head(desk).restored == 0
    desk.leaves(JOINED, refund_jpy=350_000)
    for key in (registers.seeker(ADA), registers.order(JOB)):
        item = desk.table.get(key)
        assert item
        assert (item[f"refund_{REC}"], item[f"left_{REC}"]["restored"]) == (350_000, True)


def test_a_refund_the_registers_will_not_show_is_refused_and_nobody_left(desk: Desk) -> None:
    desk.recommended()
    with pytest.raises(StateForbids):
        desk.leaves(JOINED, refund_jpy=0)
    desk.joins()
    later = replace(desk, now=NOON + timedelta(days=200))
    with pytest.raises(InvalidRequest):
        later.leaves(JOINED + timedelta(days=250), refund_jpy=1)
    assert desk.found().stage is Stage.JOINED


def _hired(desk: Desk) -> None:
    desk.reserves()
    desk.recommended()
    desk.joins()


def test_what_there_is_not_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.leaves(JOINED)
