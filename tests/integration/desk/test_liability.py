"""What is owed over all companies, and what is likely to be."""

from datetime import UTC, datetime, timedelta

from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.redemption import reserve
from shared.domain.rules import FIRST
from shared.table.credits import Credits
from shared.table.outstanding import Outstanding
from tests.support.acts import SAID, count, count_many, grant_all, let_in
from tests.support.builders import ACME, BOLT, NOON, TODAY, a_company
from tests.support.desk import Desk
from tests.support.facts import approved


def two_companies(desk: Desk) -> None:
    let_in(desk.stores)
    let_in(desk.stores, BOLT)
    count_many(desk.stores, 20)
    grant_all(desk.stores, 1, 2)


def test_nothing_is_owed_before_anything_was_earned(desk: Desk) -> None:
    said = desk.knows("/liability")
    assert (said["available"], said["reserved"], said["by_quarter"]) == (0, 0, [])
    assert [ahead["expected"] for ahead in said["grants"]] == [0, 0, 0]


def test_available_and_reserved_credits_are_worth_the_fee_they_spare(desk: Desk) -> None:
    two_companies(desk)
    head, lot = Credits(desk.table).find(ACME, 1)
    move = reserve(head, lot, JobOrderId("job_1"), on=TODAY, rules=FIRST)
    desk.table.commit(*Credits(desk.table).moved(move))
    said = desk.knows("/liability", fee_percent="30", annual_income_jpy="5000000")
    assert (said["available"], said["reserved"]) == (1, 1)
    assert (said["worth_each_jpy"], said["worth_jpy"]) == (1_500_000, 3_000_000)
    assert said["by_quarter"] == [{"quarter": "2028-Q1", "credits": 1, "worth_jpy": 1_500_000}]


def test_what_is_over_the_cap_is_not_owed(desk: Desk) -> None:
    said = desk.knows("/liability", annual_income_jpy="9000000")
    assert (said["covered_income_jpy"], said["worth_each_jpy"]) == (6_000_000, 2_100_000)


def test_the_pace_is_that_of_the_last_ninety_days(desk: Desk) -> None:
    let_in(desk.stores)
    now = NOON + timedelta(days=200)
    for n in range(5):
        count(desk.stores, f"old{n}", at=NOON + timedelta(days=1))
    for n in range(3):
        count(desk.stores, f"new{n}", at=now - timedelta(days=30 * n))
    found = Outstanding(desk.table)
    [pace] = found.paces(list(found.books()), now)
    assert (pace.counted, pace.days, pace.toward_next) == (3, 90, 8)


def test_a_suspended_company_and_a_silent_one_earn_nothing(desk: Desk) -> None:
    two_companies(desk)
    desk.posts(f"/companies/{ACME}/suspend", {"reason": "x"})
    found = Outstanding(desk.table)
    assert found.paces(list(found.books()), datetime.now(UTC)) == []
    assert desk.knows("/liability")["available"] == 2


def test_more_companies_than_one_request_reads_are_all_there(desk: Desk) -> None:
    for n in range(53):
        company_id = CompanyId(f"co_{n}")
        desk.stores.companies.ask(a_company(company_id), f"visitor{n}", None, SAID)
        desk.stores.companies.approve(company_id, approved(company_id), NOON)
    assert len(list(Outstanding(desk.table).books())) == 53


def test_a_fee_that_is_none_is_refused_by_name(desk: Desk) -> None:
    status, said = desk.asks("GET", "/liability", query={"fee_percent": "101"})
    assert (status, said["fields"]) == (422, {"fee_percent": "malformed"})
