"""Many people at once at one table: the count, the milestones and the persons come out exact."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from functions.grant.flow import grant
from functions.register.flow import verify
from functions.seal.flow import seal
from shared.domain.milestone import Tally
from shared.domain.registration import Registration, State
from shared.table.commit import Table
from tests.support.acts import let_in, take_in
from tests.support.builders import ACME, BOLT, NOON, PEPPER, PROGRAMME
from tests.support.facts import milestone
from tests.support.stores import Stores, on_table

PEOPLE = 25


@pytest.fixture
def stores(table: Table) -> Stores:
    stores = on_table(table)
    let_in(stores)
    let_in(stores, BOLT)
    return stores


def all_at_once(stores: Stores, registrations: list[Registration]) -> None:
    """Everybody types the code, and types it again."""

    def type_code(made: Registration) -> None:
        verify(
            made.registration_id,
            PEPPER.code(made.registration_id, 1),
            registrations=stores.registrations,
            referrals=stores.referrals,
            secrecy=PEPPER,
            programme=PROGRAMME,
            now=NOON,
        )

    with ThreadPoolExecutor(16) as crowd:
        list(crowd.map(type_code, [made for made in registrations for _ in range(2)]))


def test_everybody_counts_once_and_every_tenth_is_a_milestone(stores: Stores) -> None:
    made = [take_in(stores, f"person{n}") for n in range(PEOPLE)]
    all_at_once(stores, made)
    assert stores.ledgers.tally_and_head(ACME)[0] == Tally(ACME, n=PEOPLE, r=5, g=2)
    said = stores.said()
    assert [name for name in said if name.startswith("milestone")] == [
        f"milestone:{ACME}:1",
        f"milestone:{ACME}:2",
    ]
    assert len([name for name in said if name.startswith("counted")]) == PEOPLE


def test_a_person_let_go_by_two_companies_counts_for_one(stores: Stores) -> None:
    people = [f"person{n}" for n in range(12)]
    made = [take_in(stores, name, company) for name in people for company in (ACME, BOLT)]
    all_at_once(stores, made)
    tallies = [stores.ledgers.tally_and_head(company)[0] for company in (ACME, BOLT)]
    assert sum(tally.n for tally in tallies) == len(people)
    assert all(tally.lawful for tally in tallies)
    verdicts = [stores.registrations.find(m.registration_id).state for m in made]
    assert verdicts.count(State.COUNTED) == verdicts.count(State.NOT_COUNTED) == len(people)


def test_grants_and_seals_told_many_times_at_once_post_once(stores: Stores) -> None:
    all_at_once(stores, [take_in(stores, f"person{n}") for n in range(PEOPLE)])

    def grant_one(number: int) -> bool:
        return grant(
            milestone(number), "crd", ledgers=stores.ledgers, programme=PROGRAMME, now=NOON
        )

    with ThreadPoolExecutor(3) as crowd:
        given = list(crowd.map(grant_one, [1, 2, 2, 1, 2, 1]))
    seal(ACME, ledgers=stores.ledgers, programme=PROGRAMME, now=NOON)
    head = stores.ledgers.head(ACME)
    assert (given.count(True), head.granted, head.available) == (2, 2, 2)
    assert (head.net, head.lawful) == (23, True)
