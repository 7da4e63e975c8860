"""A person's acts meet others': they read again and decide again, and do it once."""

import pytest

from functions.agency.companies_flow import approve
from functions.agency.reversals_flow import reverse
from shared.contracts.events import CreditVoided, ReferralReversed
from shared.domain.errors import CompanyNotFound, Conflict, StateForbids
from shared.domain.ids import CompanyId
from shared.domain.registration import Reason, Registration
from tests.support.acts import SAID, count_many, grant_all, let_in
from tests.support.builders import ACME, NOON, PROGRAMME, a_company
from tests.support.fakes.memory import Memory
from tests.support.stores import Stores


def taken_back(stores: Stores, made: Registration) -> None:
    reverse(
        made.registration_id,
        Reason.SUSPECTED_FRAUD,
        registrations=stores.registrations,
        ledgers=stores.ledgers,
        reversals=stores.reversals,
        programme=PROGRAMME,
        now=NOON,
    )


def test_a_reversal_that_meets_others_is_made_once(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    made = count_many(stores, 3)
    memory.conflicts = 3
    taken_back(stores, made[0])
    assert stores.ledgers.tally_and_head(ACME)[0].n == 2
    assert sum(isinstance(e, ReferralReversed) for e in memory.events) == 1


def test_a_reversal_nobody_lets_through_changes_nothing(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    made = count_many(stores, 3)
    memory.conflicts = 4
    with pytest.raises(Conflict):
        taken_back(stores, made[0])
    assert stores.ledgers.tally_and_head(ACME)[0].n == 3


def test_a_voided_credit_is_said_by_its_number(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    made = count_many(stores, 10)
    grant_all(stores, 1)
    taken_back(stores, made[0])
    assert [e.number for e in memory.events if isinstance(e, CreditVoided)] == [1]
    with pytest.raises(StateForbids) as refused:
        taken_back(stores, made[0])
    assert refused.value.state == "reversed"


def test_letting_in_meets_others_and_is_made_once(stores: Stores, memory: Memory) -> None:
    stores.companies.ask(a_company(), "visitor", None, SAID)
    memory.conflicts = 3
    approve(ACME, companies=stores.companies, now=NOON)
    approve(ACME, companies=stores.companies, now=NOON)
    assert [e.event_id for e in memory.events] == [f"approved:{ACME}"]


def test_nobody_lets_in_whom_nobody_knows(stores: Stores) -> None:
    with pytest.raises(CompanyNotFound):
        approve(CompanyId("co_x"), companies=stores.companies, now=NOON)
