"""What was committed and is still to be said."""

from datetime import timedelta

import pytest

from functions.sweep.flow import sweep
from shared.domain.outbox import Said
from tests.support.acts import SAID, let_in, take_in
from tests.support.builders import ACME, BOLT, NOON, a_company
from tests.support.facts import approved
from tests.support.fakes.outbox import FakeVoice
from tests.support.stores import Stores

SOON = NOON + timedelta(milliseconds=1)


def test_a_fact_waits_as_it_was_committed(stores: Stores) -> None:
    let_in(stores)
    event = approved()
    waiting = Said(event.event_id, "CompanyApproved", event.model_dump_json(), "bus", ACME)
    assert list(stores.outbox.older_than(SOON)) == [waiting]


def test_a_fact_of_this_moment_is_not_late_yet(stores: Stores) -> None:
    let_in(stores)
    assert list(stores.outbox.older_than(NOON)) == []


def test_a_forgotten_fact_waits_no_more_and_forgetting_again_is_no_harm(stores: Stores) -> None:
    let_in(stores)
    [said] = stores.outbox.older_than(SOON)
    stores.outbox.forget(said)
    stores.outbox.forget(said)
    assert list(stores.outbox.older_than(SOON)) == []


def test_what_a_refused_commit_wanted_to_say_is_not_said(stores: Stores) -> None:
    stores.companies.ask(a_company(), "visitor", None, SAID)
    stores.companies.approve(ACME, approved(), NOON)
    with pytest.raises(Exception, match="not waiting"):
        stores.companies.approve(ACME, approved(BOLT), NOON)
    assert stores.said() == [f"approved:{ACME}"]


def test_a_sweep_says_everything_late_in_every_shard(stores: Stores) -> None:
    for n in range(40):
        take_in(stores, f"person{n}")
    voice = FakeVoice()
    swept = sweep(older_than=timedelta(0), outbox=stores.outbox, voice=voice, now=SOON)
    assert (swept, len({said.event_id for said in voice.heard})) == ((40, 0), 40)
    assert stores.said() == []
