"""Many count for one company at once: nobody waits for it, nobody is lost, nobody counts twice."""

from dataclasses import replace

import pytest

from functions.count.flow import count
from shared.contracts.events import RegistrationVerified
from shared.domain.errors import Conflict, PersonTaken
from shared.domain.registration import Reason, Registration, State
from tests.support.acts import count as count_person
from tests.support.acts import let_in
from tests.support.builders import ACME, BOLT, NOON, PEPPER, PROGRAMME, a_doorway, a_link
from tests.support.facts import verified
from tests.support.fakes.memory import Memory
from tests.support.stores import Stores
from tests.unit.flows.registering import found, submit, verify


@pytest.fixture
def made(stores: Stores) -> Registration:
    let_in(stores)
    let_in(stores, BOLT)
    stores.links.add(a_link(), a_doorway())
    return submit(stores)


def take_turn(stores: Stores, fact: RegistrationVerified) -> bool:
    return count(
        fact,
        registrations=stores.registrations,
        referrals=stores.referrals,
        secrecy=PEPPER,
        programme=PROGRAMME,
        now=NOON,
    )


def test_three_conflicts_are_tried_through(
    stores: Stores, memory: Memory, made: Registration
) -> None:
    memory.conflicts = 3
    verify(stores, made)
    assert (found(stores, made).state, memory.tallies[ACME].n) == (State.COUNTED, 1)


def test_after_four_the_person_is_done_and_the_count_is_queued(
    stores: Stores, memory: Memory, made: Registration
) -> None:
    memory.conflicts = 4
    verify(stores, made)
    assert (found(stores, made).state, memory.tallies[ACME].n) == (State.VERIFIED, 0)
    assert PEPPER.person("ada@example.org") in memory.persons
    _, said = memory.outbox["verified:reg_ada"]
    assert (said.to, said.company_id) == ("count", ACME)


def test_the_queue_counts_it_once_however_often_it_tells(
    stores: Stores, memory: Memory, made: Registration
) -> None:
    memory.conflicts = 4
    verify(stores, made)
    assert [take_turn(stores, verified(made)) for _ in range(3)] == [True, False, False]
    assert (found(stores, made).state, memory.tallies[ACME].n) == (State.COUNTED, 1)


def test_a_queue_that_meets_conflicts_too_is_told_again(
    stores: Stores, memory: Memory, made: Registration
) -> None:
    memory.conflicts = 8
    with pytest.raises(Conflict):
        verify(stores, made)
    assert (found(stores, made).state, memory.tallies[ACME].n) == (State.SUBMITTED, 0)
    verify(stores, made)
    assert memory.tallies[ACME].n == 1


def test_typed_again_while_queued_it_is_queued_once(
    stores: Stores, memory: Memory, made: Registration
) -> None:
    memory.conflicts = 4
    verify(stores, made)
    verify(stores, made)
    assert [e.detail_type for e in memory.events].count("RegistrationVerified") == 1
    assert (found(stores, made).state, memory.tallies[ACME].n) == (State.VERIFIED, 0)


def test_somebody_counted_elsewhere_meanwhile_is_a_duplicate_not_queued(
    stores: Stores, memory: Memory, made: Registration
) -> None:
    count_person(stores, "ada", BOLT)
    memory.conflicts = 4
    verify(stores, made)
    assert memory.reasons[made.registration_id] is Reason.DUPLICATE_OTHER_COMPANY
    assert "verified:reg_ada" not in memory.outbox


def test_queued_and_then_suspended_it_counts_nobody_and_lets_go_of_the_person(
    stores: Stores, memory: Memory, made: Registration
) -> None:
    memory.conflicts = 4
    verify(stores, made)
    memory.tallies[ACME] = replace(memory.tallies[ACME], active=False)
    assert take_turn(stores, verified(made))
    assert memory.reasons[made.registration_id] is Reason.COMPANY_SUSPENDED
    count_person(stores, "ada", BOLT)
    assert (memory.tallies[ACME].n, memory.tallies[BOLT].n) == (0, 1)


def test_settled_by_the_other_while_finding_the_person_taken_is_no_failure(
    stores: Stores, memory: Memory, made: Registration, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(*_: object) -> None:
        counted = replace(found(stores, made), state=State.COUNTED)
        memory.registrations[made.registration_id] = counted
        raise PersonTaken(BOLT)

    monkeypatch.setattr(stores.referrals, "verify", taken)
    memory.conflicts = 4
    verify(stores, made)
    assert (found(stores, made).state, memory.reasons) == (State.COUNTED, {})


def test_a_verdict_given_concurrently_is_the_only_one(
    stores: Stores, memory: Memory, made: Registration, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both took a try while it was undecided; the other one was faster."""
    try_code = stores.registrations.try_code

    def overtaken(*asked: object) -> object:
        taken = try_code(*asked)  # type: ignore[arg-type]
        monkeypatch.setattr(stores.registrations, "try_code", try_code)
        verify(stores, made)
        return taken

    monkeypatch.setattr(stores.registrations, "try_code", overtaken)
    verify(stores, made)
    assert (found(stores, made).tries, memory.tallies[ACME].n) == (2, 1)
