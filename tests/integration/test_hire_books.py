"""Credits, job orders, hires, the fee register and the relay: sound by what acts do, and what was
changed by hand is named.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest

from shared.domain.difference import Difference
from shared.domain.hire_difference import hire_differences
from shared.domain.ids import CompanyId
from shared.domain.recommendation import Fault
from shared.domain.registers import Kind, kept_until, month
from shared.table import keys
from shared.table.commit import Table
from tests.support.acts import count_many, grant_all, let_in
from tests.support.builders import ACME, BOLT, JOBS, NOON, TODAY
from tests.support.recommending import JOB, REC, WEEK, Desk, an_order
from tests.support.stores import on_table

OTHER = JOBS[2]
JOINED = TODAY + WEEK
SOON = NOON + timedelta(days=8)
FEE = keys.register(Kind.FEES, month(JOINED), REC)
HIRE = keys.recommendation(BOLT, JOB, REC)
ORDER = keys.job_order(BOLT, OTHER)
TO, FROM = keys.relay_to(ACME, BOLT), keys.relay_from(BOLT, ACME)


@pytest.fixture
def desk(table: Table) -> Desk:
    """BOLT hired somebody ACME let go, for a credit; a second credit is reserved."""
    stores = on_table(table)
    let_in(stores)
    let_in(stores, BOLT)
    count_many(stores, 20, BOLT)
    grant_all(stores, 1, 2, company_id=BOLT)
    desk = Desk(table)
    desk.posts(an_order())
    desk.posts(an_order(job_order_id=OTHER))
    desk.reserves()
    desk.recommended()
    desk.joins()
    desk.relays()
    desk.reserves(OTHER)
    return desk


def found(desk: Desk, company_id: CompanyId = BOLT, now: datetime = SOON) -> list[Difference]:
    read = on_table(desk.table).books.read(company_id, now)
    assert read is not None
    return hire_differences(*read, now)


def changed(desk: Desk, key: keys.Key, **put: Any) -> None:
    said = {name: value for name, value in put.items() if value is not None}
    gone = [name for name in put if name not in said]
    desk.table.commit(desk.table.change(key, put=said, remove=gone))


def deleted(desk: Desk, key: keys.Key) -> None:
    desk.table.client.delete_item(
        TableName=desk.table.name, Key={name: {"S": v} for name, v in key._asdict().items()}
    )


def test_what_acts_do_has_no_differences(desk: Desk) -> None:
    assert (found(desk), found(desk, ACME)) == ([], [])


def test_nor_has_a_credit_that_came_back_and_paid_again(desk: Desk) -> None:
    desk.leaves(JOINED + timedelta(days=3), Fault.CANDIDATE)
    assert found(desk) == []


@pytest.mark.parametrize(
    ("key", "put", "named"),
    [
        (ORDER, {"credit": None}, [f"job order {OTHER} credit"]),
        (FEE, {"credit_id": "crd_other"}, [f"fee {REC} credit_id"]),
        (HIRE, {"credit": None}, ["hires by credit 1 turn 1", f"fee {REC} credit_id"]),
        (FROM, {"people": 2}, [f"relay from {ACME}", f"relay from {ACME}"]),
        (FROM, {"open_people": 0}, [f"relay from {ACME}", f"relay from {ACME}"]),
        (TO, {"people": 2}, [f"relay from {ACME}"]),
        (HIRE, {"relayed": False}, [f"relay from {ACME}"]),
    ],
)
def test_what_was_changed_by_hand_is_named(
    desk: Desk, key: keys.Key, put: Mapping[str, Any], named: list[str]
) -> None:
    changed(desk, key, **put)
    assert [difference.what for difference in found(desk)] == named


def test_a_credit_reserved_in_another_turn_is_another(desk: Desk) -> None:
    item = desk.table.get(ORDER) or {}
    changed(desk, ORDER, credit=item["credit"] | {"turn": 2})
    assert [(d.stored, d.rebuilt) for d in found(desk)] == [("(2, 2)", "(2, 1)")]


def test_a_fee_row_that_is_missing_is_named_until_it_may_be_deleted(desk: Desk) -> None:
    deleted(desk, FEE)
    until = kept_until(JOINED)
    last = until - timedelta(seconds=1)
    assert [d.what for d in found(desk, now=last)] == [f"fee {REC} credit_id"]
    assert found(desk, now=until) == []


def test_an_edge_only_one_side_knows_is_named_at_that_side(desk: Desk) -> None:
    deleted(desk, FROM)
    assert [d.stored for d in found(desk, ACME)] == ["(1, 1)"]
    assert [d.what for d in found(desk)] == [f"relay from {ACME}"]


def test_who_joined_and_is_on_no_edge_for_days_is_late(desk: Desk) -> None:
    changed(desk, HIRE, relayed=False)
    named = [d.what for d in found(desk, now=SOON + timedelta(days=3))]
    assert named == [f"relay {REC} late", f"relay from {ACME}"]
