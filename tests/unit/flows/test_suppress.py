"""An address that takes no mail is left alone; a code that bounced frees its person."""

from typing import Any

import pytest

import functions.suppress.handler as handler
from shared.domain.registration import Reason, State
from tests.support.acts import count, let_in, person, take_in
from tests.support.asking import CONTEXT, messages
from tests.support.builders import ACME, PEPPER
from tests.support.fakes.memory import Memory
from tests.support.feedback import bounce, complaint, delivery, envelope
from tests.support.letters import Letters
from tests.support.stores import Stores


@pytest.fixture(autouse=True)
def _wired(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handler, "table", lambda: None)
    monkeypatch.setattr(handler, "pepper", lambda: PEPPER)
    monkeypatch.setattr(handler, "Mails", lambda _: stores.mails)
    monkeypatch.setattr(handler, "Registrations", lambda _: stores.registrations)
    monkeypatch.setattr(handler, "Referrals", lambda _: stores.referrals)


def told(event: dict[str, Any], registration: str | None = None) -> None:
    feedback = messages(envelope(event, registration=registration))
    assert handler.handle(feedback, CONTEXT) == {"batchItemFailures": []}


def bounces(memory: Memory) -> list[str]:
    return [event.event_id for event in memory.events if event.detail_type == "MailBounced"]


def test_a_bounced_code_frees_its_registration(stores: Stores, memory: Memory) -> None:
    made = take_in(stores)
    told(bounce(), made.registration_id)
    assert memory.suppressed == {person("ada")}
    assert memory.reasons == {made.registration_id: Reason.UNVERIFIED}
    assert memory.persons == {}
    assert Letters(stores).due(memory.events[-1]) is None


def test_a_bounce_after_the_verdict_leaves_the_count(stores: Stores, memory: Memory) -> None:
    let_in(stores)
    made = count(stores)
    told(bounce(), made.registration_id)
    assert memory.registrations[made.registration_id].state is State.COUNTED
    assert memory.tallies[ACME].n == 1
    assert memory.suppressed == {person("ada")}


def test_a_complaint_suppresses_and_frees_nobody(stores: Stores, memory: Memory) -> None:
    made = take_in(stores)
    told(complaint(), made.registration_id)
    assert memory.suppressed == {person("ada")}
    assert memory.registrations[made.registration_id].state is State.SUBMITTED


def test_a_bounce_told_twice_is_said_once(stores: Stores, memory: Memory) -> None:
    made = take_in(stores)
    told(bounce(), made.registration_id)
    told(bounce(), made.registration_id)
    assert bounces(memory) == ["bounced:EXAMPLE7c191be45-000000:0"]


def test_what_is_said_of_a_bounce_holds_no_address(memory: Memory) -> None:
    told(bounce())
    _, said = memory.outbox["bounced:EXAMPLE7c191be45-000000:0"]
    assert "ada" not in said.detail and person("ada") not in said.detail


@pytest.mark.parametrize("event", [bounce("Transient"), delivery()])
def test_what_may_pass_by_itself_changes_nothing(
    stores: Stores, memory: Memory, event: dict[str, Any]
) -> None:
    made = take_in(stores)
    told(event, made.registration_id)
    assert (memory.suppressed, bounces(memory)) == (set(), [])
    assert memory.registrations[made.registration_id].state is State.SUBMITTED


def test_a_registration_tidied_away_is_no_failure(memory: Memory) -> None:
    told(bounce(), "reg_gone")
    assert memory.suppressed == {person("ada")}


def test_a_message_that_cannot_be_read_fails_alone(memory: Memory) -> None:
    batch = messages({"Message": "no JSON"}, envelope(bounce()))
    assert handler.handle(batch, CONTEXT) == {"batchItemFailures": [{"itemIdentifier": "0"}]}
    assert memory.suppressed == {person("ada")}
