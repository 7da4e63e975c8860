"""A candidate hands in the form."""

from datetime import timedelta

import pytest

from shared.domain.errors import Conflict, LicenceLapsed, LinkNotFound, TooManyRequests
from shared.domain.ids import Slug
from shared.domain.link import LinkState
from shared.domain.registration import CODE_VALID, Reason, Signal, State
from tests.support.acts import count, let_in
from tests.support.builders import ACME, BOLT, NOON, a_doorway, a_link
from tests.support.fakes.memory import Memory
from tests.support.stores import Stores
from tests.unit.flows.registering import THROWN_AWAY, submit


@pytest.fixture(autouse=True)
def _a_link(stores: Stores) -> None:
    stores.links.add(a_link(), a_doorway())


def test_a_registration_belongs_to_the_links_company_and_a_code_is_due(
    stores: Stores, memory: Memory
) -> None:
    made = submit(stores)
    assert stores.registrations.find(made.registration_id) == made
    assert (made.company_id, made.state, made.issue) == (ACME, State.SUBMITTED, 1)
    assert made.code_until == NOON + CODE_VALID
    assert [event.event_id for event in memory.events] == ["submitted:reg_ada:1"]


def test_what_was_agreed_to_and_in_which_language_is_kept(stores: Stores) -> None:
    made = submit(stores)
    assert (made.consents.news, made.consents.statistics, made.locale) == (True, False, "en")


def test_an_unknown_slug_takes_nobody_in(stores: Stores, memory: Memory) -> None:
    with pytest.raises(LinkNotFound):
        submit(stores, slug="nobody")
    assert (memory.registrations, memory.events) == ({}, [])


def test_without_a_licence_nobody_is_taken_in(stores: Stores, memory: Memory) -> None:
    with pytest.raises(LicenceLapsed):
        submit(stores, licensed=False)
    assert (memory.registrations, memory.events) == ({}, [])


@pytest.mark.parametrize(
    ("state", "closes_at", "exclusion"),
    [
        (LinkState.CLOSED, None, Reason.LINK_CLOSED),
        (LinkState.ACTIVE, NOON, Reason.LINK_CLOSED),
        (LinkState.ACTIVE, NOON + timedelta(seconds=1), None),
    ],
)
def test_a_closed_link_takes_people_in_and_counts_none(
    stores: Stores, memory: Memory, state: LinkState, closes_at: object, exclusion: Reason | None
) -> None:
    memory.doorways[Slug("acme-link")] = a_doorway(state=state, closes_at=closes_at)
    assert submit(stores).exclusion is exclusion


@pytest.mark.parametrize(
    ("email", "signal"),
    [
        ("bob@aozora.example", Signal.OWN_DOMAIN),
        ("bob@mail.aozora.example", Signal.OWN_DOMAIN),
        (f"bob@{THROWN_AWAY}", Signal.DISPOSABLE_DOMAIN),
    ],
)
def test_what_a_person_should_look_at_is_noted(stores: Stores, email: str, signal: Signal) -> None:
    assert submit(stores, email).signals == (signal,)


def test_a_known_person_and_a_new_one_get_the_same(stores: Stores, memory: Memory) -> None:
    let_in(stores, BOLT)
    count(stores, "ada", BOLT)
    known, new = submit(stores, "ada@example.org"), submit(stores, "b@example.org", name="reg_b")
    assert (known.state, known.exclusion, known.signals) == (new.state, new.exclusion, new.signals)
    assert [event.detail_type for event in memory.events[-2:]] == ["RegistrationSubmitted"] * 2


def test_a_sixth_form_for_one_address_in_an_hour_waits(stores: Stores) -> None:
    for n in range(5):
        submit(stores, "Ada+tag@Example.org", name=f"reg_{n}")
    with pytest.raises(TooManyRequests) as refused:
        submit(stores, "ada@example.org", name="reg_5")
    assert refused.value.retry_after == 3600
    submit(stores, "ada@example.org", name="reg_5", now=NOON + timedelta(hours=1))


def test_a_form_sent_twice_at_once_meets_itself_and_is_taken_in(
    stores: Stores, memory: Memory
) -> None:
    memory.conflicts = 3
    submit(stores)
    assert len(memory.registrations) == 1


def test_four_conflicts_leave_nothing_behind(stores: Stores, memory: Memory) -> None:
    memory.conflicts = 4
    with pytest.raises(Conflict):
        submit(stores)
    assert (memory.registrations, memory.events) == ({}, [])
