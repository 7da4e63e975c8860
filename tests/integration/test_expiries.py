"""Credits near their end, at the table: said once, expired once, whoever else is at work."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest

from functions.expire.flow import expire
from shared.company.leaving import leave
from shared.domain import difference, redemption
from shared.domain.credit import expiry
from shared.domain.errors import Conflict, NoCreditAvailable, StateForbids
from shared.domain.ids import JobOrderId
from shared.domain.rules import FIRST
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.credits import Credits
from shared.table.departures import Departures
from shared.table.expiries import Expiries
from tests.support.acts import count, count_many, grant_all, let_in
from tests.support.builders import ACME, NOON
from tests.support.stores import Stores, on_table

END = expiry(NOON, FIRST)
DAY = timedelta(days=1)
JOB = JobOrderId("job_1")


@pytest.fixture
def relay(table: Table) -> Stores:
    """Two credits of one day."""
    stores = on_table(table)
    let_in(stores)
    count_many(stores, 20)
    grant_all(stores, 1, 2)
    return stores


def runs(table: Table, now: datetime) -> dict[str, int]:
    return +expire(expiries=Expiries(table), rules=FIRST, now=now)


def said(stores: Stores, prefix: str) -> list[str]:
    return [event_id for event_id in stores.said() if event_id.startswith(prefix)]


def reserved(table: Table, now: datetime) -> None:
    credits = Credits(table)
    standing = credits.standing(ACME)
    move = redemption.reserve(standing.head, standing.soonest(now), JOB, on=now.date(), rules=FIRST)
    table.commit(*credits.moved(move))


def left(table: Table, now: datetime) -> datetime:
    return leave(
        ACME,
        written=lambda _: Departures(table),
        rules=FIRST,
        now=now,
    )


def test_each_notice_is_said_once_for_each_credit(relay: Stores, table: Table) -> None:
    assert runs(table, END - 91 * DAY).get("noticed", 0) == 0
    for days in (90, 30, 7):
        assert runs(table, END - days * DAY)["noticed"] == 2
        assert runs(table, END - days * DAY + DAY / 2).get("noticed", 0) == 0
    assert len(said(relay, "expiring:")) == 6


def test_a_credit_that_is_over_expires_once(relay: Stores, table: Table) -> None:
    assert runs(table, END)["expired"] == 2
    assert runs(table, END + DAY) == {}
    head = relay.ledgers.head(ACME)
    assert (head.expired, head.available) == (2, 0) and head.lawful
    assert said(relay, "expired:") == [f"expired:{ACME}:1", f"expired:{ACME}:2"]
    assert differences(relay, END) == []


def differences(relay: Stores, now: datetime) -> list[str]:
    read = relay.books.read(ACME, now)
    assert read is not None
    return [found.what for found in difference.differences(*read)]


def test_a_reserved_credit_outlives_its_end_until_it_is_released(
    relay: Stores, table: Table
) -> None:
    reserved(table, NOON)
    assert runs(table, END + DAY)["expired"] == 1
    credits = Credits(table)
    [lot] = [x for x in relay.ledgers.lots(ACME, limit=9, after=None)[0] if x.state == "reserved"]
    head = credits.standing(ACME).head
    table.commit(*credits.moved(redemption.release(head, lot, on=END.date(), rules=FIRST)))
    with pytest.raises(NoCreditAvailable):
        credits.standing(ACME).soonest(END + DAY)
    assert runs(table, END + 2 * DAY)["expired"] == 1


def test_two_clocks_at_once_expire_each_credit_once(relay: Stores, table: Table) -> None:
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda _: runs(table, END), range(4)))
    assert sum(each.get("expired", 0) for each in done) == 2
    assert relay.ledgers.head(ACME).expired == 2


def test_who_left_is_told_and_loses_what_is_not_spent_in_time(relay: Stores, table: Table) -> None:
    until = left(table, NOON)
    assert until == NOON + 90 * DAY
    assert runs(table, NOON)["noticed"] == 2
    assert runs(table, until)["expired"] == 2
    assert list(Expiries(table).leaving()) == []
    assert relay.ledgers.head(ACME).available == 0


def test_who_left_is_looked_after_while_a_credit_is_reserved(relay: Stores, table: Table) -> None:
    reserved(table, NOON)
    until = left(table, NOON)
    runs(table, until)
    assert [company.company_id for company in Expiries(table).leaving()] == [ACME]


def test_nothing_counts_for_who_left(relay: Stores, table: Table) -> None:
    left(table, NOON)
    late = count(relay, "late", at=NOON + DAY)
    assert relay.registrations.find(late.registration_id).state == "not_counted"
    assert relay.ledgers.tally_and_head(ACME)[0].n == 20


def test_leaving_twice_says_where_the_company_stands(relay: Stores, table: Table) -> None:
    left(table, NOON)
    with pytest.raises(StateForbids) as refused:
        left(table, NOON + DAY)
    assert refused.value.state == "left"
    assert Companies(table).find(ACME).usable_until == NOON + 90 * DAY


def test_a_credit_reserved_meanwhile_is_not_expired(relay: Stores, table: Table) -> None:
    expiries = Expiries(table)
    seen = list(expiries.due(END))
    reserved(table, NOON)
    stale = redemption.expire(expiries.head(ACME), seen[0], on=END.date(), rules=FIRST)
    with pytest.raises(Conflict):
        table.commit(*Credits(table).moved(stale))


def spent(table: Table, now: datetime) -> None:
    reserved(table, now)
    act(table, redemption.consume, now)


def act(table: Table, what: Any, now: datetime) -> None:
    """To the first credit."""
    credits = Credits(table)
    head, lot = credits.find(ACME, 1)
    credits.move(what(head, lot, on=now.date(), rules=FIRST))


@pytest.mark.parametrize("since", [NOON + 30 * DAY, NOON + 200 * DAY])
def test_a_credit_that_comes_back_to_who_left_is_good_for_ninety_days_and_looked_after(
    relay: Stores, table: Table, since: datetime
) -> None:
    spent(table, NOON)
    runs(table, left(table, NOON))
    act(table, redemption.restore, since)
    company = Companies(table).find(ACME)
    until = company.usable_until
    assert until is not None and 90 * DAY <= until - since <= 91 * DAY
    company.check_may_spend(until - DAY)
    assert runs(table, until - DAY).get("noticed", 0) >= 1
    assert runs(table, until)["expired"] >= 1
    assert relay.ledgers.head(ACME).outstanding == 0
    assert list(Expiries(table).leaving()) == []
    assert differences(relay, until) == []


def test_a_credit_that_is_released_to_who_left_ends_with_the_run_off(
    relay: Stores, table: Table
) -> None:
    reserved(table, NOON)
    until = left(table, NOON)
    runs(table, until)
    act(table, redemption.release, until + DAY)
    assert runs(table, until + DAY) == {"expired": 1}
    assert list(Expiries(table).leaving()) == []


def test_a_company_that_stays_keeps_no_run_off_when_a_credit_comes_back(
    relay: Stores, table: Table
) -> None:
    spent(table, NOON)
    act(table, redemption.restore, NOON + DAY)
    assert Companies(table).find(ACME).usable_until is None
    assert list(Expiries(table).leaving()) == []


def test_the_clock_does_not_let_go_of_who_got_a_credit_back_meanwhile(
    relay: Stores, table: Table
) -> None:
    spent(table, NOON)
    until = left(table, NOON)
    [seen] = Expiries(table).leaving()
    act(table, redemption.restore, until)
    with pytest.raises(Conflict):
        Expiries(table).rest(seen)
    assert [company.company_id for company in Expiries(table).leaving()] == [ACME]
