"""The chained ledger: every posting swaps the head, and no reason is posted twice."""

from dataclasses import replace

import pytest

from functions.grant.flow import grant
from shared.domain import ledger
from shared.domain.credit import Lot, LotState, expiry
from shared.domain.entry import GENESIS
from shared.domain.errors import AlreadyPosted, Conflict
from shared.domain.ids import CompanyId
from shared.domain.ledger import Head
from shared.domain.rules import FIRST
from tests.support.acts import count_many, grant_all, let_in, seal_all
from tests.support.builders import ACME, NOON, OPENED, PROGRAMME, TODAY
from tests.support.facts import granted, milestone
from tests.support.stores import Stores


def a_lot(number: int) -> Lot:
    return Lot(f"crd_{number}", ACME, number, LotState.AVAILABLE, NOON, expiry(NOON, FIRST))


def test_a_company_nobody_let_in_has_an_empty_ledger(stores: Stores) -> None:
    tally, head = stores.ledgers.tally_and_head(CompanyId("co_unknown"))
    assert (tally.active, head) == (False, Head(CompanyId("co_unknown")))


def test_a_posting_moves_the_head_to_where_it_ends(stores: Stores) -> None:
    let_in(stores)
    posting = ledger.seal(OPENED, 4, on=TODAY, rules=FIRST)
    assert posting is not None
    stores.ledgers.post(posting)
    assert stores.ledgers.head(ACME) == posting.after
    assert stores.ledgers.entries(ACME, limit=9, after=None) == (list(posting.entries), None)


def test_the_same_posting_twice_is_a_conflict_and_one_posting(stores: Stores) -> None:
    let_in(stores)
    posting = ledger.seal(OPENED, 4, on=TODAY, rules=FIRST)
    assert posting is not None
    stores.ledgers.post(posting)
    with pytest.raises(Conflict):
        stores.ledgers.post(posting)
    assert stores.ledgers.head(ACME).counted == 3


def test_two_postings_behind_one_head_are_one_posting(stores: Stores) -> None:
    let_in(stores)
    three, six = (
        ledger.seal(OPENED, 3, on=TODAY, rules=FIRST),
        ledger.seal(OPENED, 6, on=TODAY, rules=FIRST),
    )
    assert three is not None and six is not None
    stores.ledgers.post(six)
    with pytest.raises(Conflict):
        stores.ledgers.post(three)
    assert stores.ledgers.head(ACME) == six.after


def test_a_posting_behind_another_chain_of_the_same_length_is_a_conflict(stores: Stores) -> None:
    let_in(stores)
    forged = ledger.seal(replace(OPENED, hash="f" * 64), 3, on=TODAY, rules=FIRST)
    assert forged is not None
    with pytest.raises(Conflict):
        stores.ledgers.post(forged)
    assert stores.ledgers.head(ACME) == OPENED


def test_a_grant_says_so_and_opens_a_lot(stores: Stores) -> None:
    let_in(stores)
    count_many(stores, 10)
    grant_all(stores, 1)
    assert stores.ledgers.head(ACME).available == 1
    assert stores.ledgers.lots(ACME, limit=9, after=None) == ([a_lot(1)], None)
    assert f"granted:{ACME}:1" in stores.said()
    assert not stores.ledgers.milestone_and_head(ACME, 1)[0]


def test_a_second_grant_of_one_milestone_is_already_posted(stores: Stores) -> None:
    let_in(stores)
    count_many(stores, 10)
    grant_all(stores, 1)
    again = ledger.grant(stores.ledgers.head(ACME), 1, on=TODAY, rules=FIRST)
    with pytest.raises(AlreadyPosted):
        stores.ledgers.grant(again, a_lot(1), granted(1))
    assert not grant(
        milestone(1), "crd_other", ledgers=stores.ledgers, programme=PROGRAMME, now=NOON
    )
    assert stores.ledgers.head(ACME).granted == 1


def test_no_credit_comes_of_a_milestone_never_reached(stores: Stores) -> None:
    let_in(stores)
    count_many(stores, 9)
    early = ledger.grant(OPENED, 1, on=TODAY, rules=FIRST)
    with pytest.raises(AlreadyPosted):
        stores.ledgers.grant(early, a_lot(1), granted(1))
    assert stores.ledgers.head(ACME) == OPENED


def test_milestones_granted_out_of_order_are_both_granted(stores: Stores) -> None:
    let_in(stores)
    count_many(stores, 23)
    grant_all(stores, 2, 1)
    seal_all(stores)
    head = stores.ledgers.head(ACME)
    assert (head.net, head.granted, head.toward_next, head.lawful) == (23, 2, 3, True)


def test_pages_of_the_ledger_follow_each_other_and_chain(stores: Stores) -> None:
    let_in(stores)
    count_many(stores, 20)
    grant_all(stores, 1, 2)
    first, cursor = stores.ledgers.entries(ACME, limit=3, after=None)
    rest, end = stores.ledgers.entries(ACME, limit=3, after=cursor)
    entries = [*first, *rest]
    assert ([entry.seq for entry in entries], end) == ([1, 2, 3, 4], None)
    before = [GENESIS, *(entry.hash for entry in entries)]
    assert [entry.prev_hash for entry in entries] == before[:-1]
    assert all(entry.hash == entry.digest() for entry in entries)


def test_pages_of_credits_follow_each_other_by_number(stores: Stores) -> None:
    let_in(stores)
    count_many(stores, 30)
    grant_all(stores, 3, 1, 2)
    first, cursor = stores.ledgers.lots(ACME, limit=2, after=None)
    rest, end = stores.ledgers.lots(ACME, limit=2, after=cursor)
    assert ([lot.number for lot in [*first, *rest]], end) == ([1, 2, 3], None)
