"""A counted referral taken back: a count, a milestone or a credit gives way, in one transaction."""

import pytest

from functions.grant.flow import grant
from shared.domain import ledger
from shared.domain.credit import Lot, LotState, expiry
from shared.domain.errors import AlreadyPosted
from shared.domain.milestone import Tally
from shared.domain.registration import State
from shared.domain.reversal import reverse
from shared.domain.rules import FIRST
from tests.support.acts import count, count_many, grant_all, let_in, seal_all
from tests.support.builders import ACME, NOON, PROGRAMME, TODAY
from tests.support.facts import granted, milestone
from tests.support.reversing import commit, take_back
from tests.support.stores import Stores


def tally(stores: Stores) -> Tally:
    return stores.ledgers.tally_and_head(ACME)[0]


def states(stores: Stores) -> list[str]:
    return [lot.state.value for lot in stores.ledgers.lots(ACME, limit=9, after=None)[0]]


def test_between_milestones_the_count_goes_down(stores: Stores) -> None:
    let_in(stores)
    made = count_many(stores, 4)
    seal_all(stores)
    take_back(stores, made[0])
    head = stores.ledgers.head(ACME)
    assert tally(stores) == Tally(ACME, n=3, r=3)
    assert (head.counted, head.uncounted, head.lawful) == (4, 1, True)
    assert stores.registrations.find(made[0].registration_id).state is State.REVERSED
    assert f"reversed:{made[0].registration_id}" in stores.said()


def test_a_milestone_not_granted_yet_is_withdrawn_and_never_granted(stores: Stores) -> None:
    let_in(stores)
    made = count_many(stores, 10)
    take_back(stores, made[0])
    assert tally(stores) == Tally(ACME, n=9, r=9, g=1, w=1)
    assert not grant(milestone(1), "crd_1", ledgers=stores.ledgers, programme=PROGRAMME, now=NOON)
    late = ledger.grant(stores.ledgers.head(ACME), 1, on=TODAY, rules=FIRST)
    lot = Lot("crd_1", ACME, 1, LotState.AVAILABLE, NOON, expiry(NOON, FIRST))
    with pytest.raises(AlreadyPosted):
        stores.ledgers.grant(late, lot, granted(1))
    assert stores.ledgers.head(ACME).lawful


def test_the_newest_credit_still_available_is_voided(stores: Stores) -> None:
    let_in(stores)
    made = count_many(stores, 20)
    grant_all(stores, 1, 2)
    take_back(stores, made[0])
    head = stores.ledgers.head(ACME)
    assert tally(stores) == Tally(ACME, n=19, r=9, g=2, w=1)
    assert states(stores) == [LotState.AVAILABLE, LotState.VOIDED]
    assert (head.available, head.voided, head.lawful) == (1, 1, True)


def test_with_nothing_to_give_way_a_deficit_is_carried_and_filled_first(stores: Stores) -> None:
    let_in(stores)
    made = count_many(stores, 10)
    grant_all(stores, 1)
    spent = stores.ledgers.tally_and_head(ACME)
    owed = reverse(*spent, waiting=[], available=[], on=TODAY, rules=FIRST)
    commit(stores, made[0].registration_id, owed)
    assert tally(stores) == Tally(ACME, n=9, r=0, g=1, debt=1)
    assert (stores.ledgers.head(ACME).deficit, stores.ledgers.head(ACME).lawful) == (1, True)
    count(stores, "next")
    assert tally(stores) == Tally(ACME, n=10, r=0, g=1, debt=0)
