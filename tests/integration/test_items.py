"""What lies in the table itself: what expires, what a verdict leaves, what a key is called."""

from datetime import date, datetime

import pytest

from shared.domain.errors import Conflict
from shared.domain.ids import JobOrderId, LinkId
from shared.domain.redemption import reserve
from shared.domain.registration import UNVERIFIED_KEPT, Reason
from shared.domain.rules import FIRST
from shared.domain.series import Days
from shared.table import keys
from shared.table.clicks import Clicks, Visits
from shared.table.commit import Table
from shared.table.credits import Credits
from tests.support.acts import count, count_many, grant_all, let_in, person, take_in
from tests.support.builders import ACME, BOLT, NOON, PEPPER, TODAY
from tests.support.facts import not_counted
from tests.support.reversing import commit, decided
from tests.support.stores import on_table

LINK = LinkId("lnk_1")


def test_an_unverified_registration_expires_after_a_day(table: Table) -> None:
    made = take_in(on_table(table))
    item = table.get(keys.registration(made.registration_id))
    assert item is not None
    assert item[keys.EXPIRES] == int((NOON + UNVERIFIED_KEPT).timestamp())


def test_a_counted_registration_expires_no_more(table: Table) -> None:
    stores = on_table(table)
    let_in(stores)
    item = table.get(keys.registration(count(stores).registration_id))
    assert item is not None and keys.EXPIRES not in item


def test_one_whose_code_bounced_still_expires(table: Table) -> None:
    stores = on_table(table)
    made = take_in(stores)
    unverified = not_counted(made, Reason.UNVERIFIED)
    stores.referrals.exclude(made, person("ada"), Reason.UNVERIFIED, unverified, NOON)
    item = table.get(keys.registration(made.registration_id))
    assert item is not None
    assert (item["reason"], keys.EXPIRES in item) == (Reason.UNVERIFIED, True)


def test_no_key_and_no_event_holds_an_address_or_the_code(table: Table) -> None:
    stores = on_table(table)
    let_in(stores)
    made = count(stores)
    items = table.client.scan(TableName=table.name)["Items"]
    named = [item for item in items if "ada@example.org" in str(item)]
    assert [item[keys.PARTITION]["S"] for item in named] == [f"REG#{made.registration_id}"]
    assert PEPPER.code(made.registration_id, 1) not in str(items)


def test_a_grants_numbers_sort_as_text_as_they_do_as_numbers() -> None:
    names = [keys.lot(ACME, number).sk for number in (2, 10, 100)]
    assert names == sorted(names)


def test_visits_add_up_by_day_and_kind(table: Table) -> None:
    """A day of Tokyo's: three in the afternoon in London is the next one there."""
    clicks, other = Clicks(table), LinkId("lnk_other")
    evening = datetime.fromisoformat("2026-03-02T15:00:00Z")
    clicks.count(ACME, LINK, "human", NOON)
    clicks.count(ACME, LINK, "suspected_bot", NOON)
    clicks.count(ACME, LINK, "human", evening)
    clicks.count(ACME, other, "human", datetime.fromisoformat("2026-04-01T03:00:00Z"))
    clicks.count(BOLT, LINK, "human", NOON)
    today, tomorrow, april = date(2026, 3, 2), date(2026, 3, 3), date(2026, 4, 1)
    of_one = {
        (LINK, "human", today): 1,
        (LINK, "suspected_bot", today): 1,
        (LINK, "human", tomorrow): 1,
    }
    visits, days = Visits(table), Days(today, april)
    assert visits.seen(ACME, LINK, days) == of_one
    assert visits.seen(ACME, None, days) == of_one | {(other, "human", april): 1}
    assert visits.seen(ACME, None, Days(today, tomorrow)) == of_one


def test_the_newest_milestones_give_way_first_however_many_there_are(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    stores = on_table(table)
    let_in(stores)
    count_many(stores, 30)
    monkeypatch.setattr("shared.table.reversals.NEWEST", 2)
    assert stores.reversals.waiting(ACME) == [3, 2]


def test_a_credit_reserved_while_we_were_deciding_is_not_voided(table: Table) -> None:
    stores = on_table(table)
    let_in(stores)
    made = count_many(stores, 10)
    grant_all(stores, 1)
    stale = decided(stores)
    table.commit(table.change(keys.lot(ACME, 1), put={"state": "reserved"}))
    with pytest.raises(Conflict):
        commit(stores, made[0].registration_id, stale)
    assert stores.ledgers.tally_and_head(ACME)[0].n == 10


def test_a_spent_credit_is_not_available_to_be_voided(table: Table) -> None:
    stores = on_table(table)
    let_in(stores)
    count_many(stores, 10)
    grant_all(stores, 1)
    credits = Credits(table)
    standing = credits.standing(ACME)
    lot = standing.soonest(NOON)
    job = JobOrderId("job_1")
    table.commit(*credits.moved(reserve(standing.head, lot, job, on=TODAY, rules=FIRST)))
    assert stores.reversals.available(ACME) == []
