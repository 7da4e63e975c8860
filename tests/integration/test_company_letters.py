"""What a company hears of its credits and its standing, as its own table has it."""

import pytest

from functions.notify.correction_letters import CorrectionLetters
from functions.notify.flow import Due
from functions.notify.redemption_letters import RedemptionLetters
from functions.notify.standing_letters import StandingLetters
from shared.contracts.events import Event
from shared.domain.recommendation import Fault
from shared.domain.tokyo import last_whole_day
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.credits import Credits
from shared.table.fees import Fees
from shared.table.job_orders import JobOrders
from shared.table.ledgers import Ledgers
from shared.table.recommendations import Recommendations
from tests.support.acts import count_many, grant_all, let_in
from tests.support.builders import AGENCY, BOLT, TODAY
from tests.support.facts import adjusted, consumed, restored, resumed, suspended, voided
from tests.support.recommending import JOB, REC, WEEK, Desk, an_order
from tests.support.stores import on_table


@pytest.fixture
def desk(table: Table) -> Desk:
    """Somebody is about to join, and a credit pays."""
    stores = on_table(table)
    let_in(stores, BOLT)
    count_many(stores, 10, BOLT)
    grant_all(stores, 1, company_id=BOLT)
    desk = Desk(table)
    desk.posts(an_order())
    desk.reserves()
    desk.recommended()
    return desk


def due(desk: Desk, fact: Event) -> Due:
    companies, credits = Companies(desk.table), Credits(desk.table)
    orders, recommendations = JobOrders(desk.table), Recommendations(desk.table)
    fees = Fees(desk.table)
    writers = (
        RedemptionLetters(AGENCY, companies, credits, orders, recommendations, fees),
        CorrectionLetters(AGENCY, companies, credits, Ledgers(desk.table)),
        StandingLetters(AGENCY, companies),
    )
    [found] = [due for writer in writers if (due := writer.due(fact))]
    assert (found.to, found.fact) == ("saiyo@aozora.example", fact.event_id)
    return found


def text(desk: Desk, fact: Event) -> str:
    return due(desk, fact).letter().text


@pytest.mark.parametrize(
    ("income_jpy", "told"), [(6_000_000, "0円"), (None, "700,000円"), (7_000_000, "350,000円")]
)
def test_a_hire_is_free_or_costs_what_its_own_income_is_above_the_cap(
    desk: Desk, income_jpy: int | None, told: str
) -> None:
    desk.joins(income_jpy=income_jpy)
    said = text(desk, consumed(1, JOB, REC, BOLT))
    assert f": {told}" in said and "開発エンジニア" in said
    assert "Ada" not in said


def test_a_fact_that_names_no_hire_tells_the_orders_own_difference(desk: Desk) -> None:
    desk.joins(income_jpy=6_000_000)
    assert ": 700,000円" in text(desk, consumed(1, JOB, None, BOLT))


def test_who_left_early_brings_the_credit_back_and_its_last_day_is_said(desk: Desk) -> None:
    desk.joins()
    desk.leaves(TODAY + 2 * WEEK, Fault.OTHER)
    _, lot = Credits(desk.table).find(BOLT, 1)
    said = text(desk, restored(1, BOLT))
    on = last_whole_day(lot.expires_at)
    assert f"枠の期限: {on.year}年{on.month}月{on.day}日\n" in said
    assert "使える枠(合計): 1件" in said


def test_a_credit_taken_back_is_told_with_what_is_left(desk: Desk) -> None:
    assert "使える枠: 0件" in text(desk, voided(1, BOLT))


def test_an_adjustment_says_which_way_it_went(desk: Desk) -> None:
    assert "追加されました" in due(desk, adjusted(1, 1, BOLT)).letter().subject
    assert "減りました" in due(desk, adjusted(1, -1, BOLT)).letter().subject


def test_a_pause_and_its_end_are_two_mails(desk: Desk) -> None:
    assert "一時停止" in due(desk, suspended(BOLT)).letter().subject
    assert "再開" in due(desk, resumed(BOLT)).letter().subject
