"""An endpoint that fails for five days is sent nothing more, and its company is told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from functions.notify.endpoint_letters import EndpointLetters
from shared.contracts.events import EndpointDisabled
from shared.domain.endpoint_health import Disabled, Health
from shared.domain.outbox import Said
from shared.domain.webhook_message import State
from shared.table.companies import Companies
from shared.table.outboxes import Outboxes
from tests.support.acts import let_in
from tests.support.builders import ACME, AGENCY, BOLT, NOON
from tests.support.stores import on_table
from tests.support.webhooking import DOWN, GONE, HOOKS, OK, Webhooks, a_hook, granted

URL = a_hook().url


def fails_on(hooks: Webhooks, *days: int) -> None:
    """A message a day, each tried once."""
    hooks.receiver.says[URL] = DOWN
    for day in days:
        hooks.at = NOON + timedelta(days=day)
        hooks.tells(granted(day + 1, at=hooks.at))
        hooks.delivers()


def said(hooks: Webhooks) -> list[Said]:
    everything = Outboxes(hooks.table).older_than(NOON + timedelta(days=999))
    return [one for one in everything if one.detail_type == "EndpointDisabled"]


def test_after_five_failing_days_it_is_disabled_and_its_company_told_once(hooks: Webhooks) -> None:
    hooks.hook()
    fails_on(hooks, 0, 1, 2, 3, 4)
    assert hooks.endpoints.find(ACME, HOOKS).is_on
    fails_on(hooks, 5, 6)
    endpoint = hooks.endpoints.find(ACME, HOOKS)
    assert (endpoint.disabled, endpoint.disabled_at) == (Disabled.FAILING, NOON + timedelta(days=5))
    [fact] = said(hooks)
    assert EndpointDisabled.model_validate_json(fact.detail).why == "failing"
    assert hooks.log()[0].state is State.DROPPED, "the sixth day's is noted and not sent"


def test_a_success_in_between_begins_anew(hooks: Webhooks) -> None:
    hooks.hook()
    fails_on(hooks, 0, 1, 2, 3)
    hooks.receiver.says[URL] = OK
    hooks.tells(granted(99, at=hooks.at))
    hooks.delivers()
    assert hooks.endpoints.find(ACME, HOOKS).health == Health()
    fails_on(hooks, 4, 5, 6, 7, 8)
    assert hooks.endpoints.find(ACME, HOOKS).is_on


def test_the_second_failure_of_a_day_is_written_where_it_says_something(hooks: Webhooks) -> None:
    hooks.hook()
    fails_on(hooks, 0)
    first = hooks.endpoints.find(ACME, HOOKS)
    hooks.tells(granted(50, at=hooks.at))
    hooks.delivers()
    assert hooks.endpoints.find(ACME, HOOKS).version == first.version
    hooks.later(hours=1)
    hooks.tells(granted(51, at=hooks.at))
    hooks.delivers()
    assert hooks.endpoints.find(ACME, HOOKS).health.failed_at == hooks.at


def test_on_again_it_is_sent_what_comes_and_fails_from_the_beginning(hooks: Webhooks) -> None:
    hooks.hook()
    fails_on(hooks, 0, 1, 2, 3, 4, 5)
    off = hooks.endpoints.find(ACME, HOOKS)
    hooks.endpoints.change(off, replace(off, disabled=None, disabled_at=None, health=Health()))
    fails_on(hooks, 6)
    endpoint = hooks.endpoints.find(ACME, HOOKS)
    assert endpoint.is_on and endpoint.health.days == 1
    fails_on(hooks, 7, 8, 9, 10, 11)
    assert hooks.endpoints.find(ACME, HOOKS).disabled is Disabled.FAILING
    assert len(said(hooks)) == 2, "each time is a fact of its own"


def test_what_the_company_changed_meanwhile_is_left_as_it_is(hooks: Webhooks) -> None:
    """The answer was the old address's."""
    hooks.hook()
    hooks.receiver.says[URL] = GONE

    def moves() -> None:
        known = hooks.endpoints.find(ACME, HOOKS)
        hooks.endpoints.change(known, replace(known, url="https://new.aozora.example/"))

    hooks.receiver.then = moves
    hooks.tells(granted())
    assert hooks.delivers() == ["Gone"]
    assert hooks.endpoints.find(ACME, HOOKS).is_on


@pytest.mark.parametrize(("why", "says"), [("gone", "410 Gone"), ("failing", "5日にわたって")])
def test_the_mail_says_why_and_where_and_shows_no_more_of_the_url_than_its_host(
    hooks: Webhooks, why: str, says: str
) -> None:
    let_in(on_table(hooks.table), BOLT)
    secret = "https://hooks.aozora.example/relay?token=s3cret"
    hooks.hook(company_id=BOLT, url=secret, disabled=Disabled(why), disabled_at=NOON)
    fact = EndpointDisabled.model_validate(
        {
            "event_id": "endpoint_disabled:whe_hooks:1",
            "occurred_at": NOON,
            "company_id": BOLT,
            "endpoint_id": HOOKS,
            "why": why,
        }
    )
    companies = Companies(hooks.table)
    writer = EndpointLetters(AGENCY, companies, hooks.endpoints, "https://relay.example")
    due = writer.due(fact)
    assert due is not None and due.to == "saiyo@aozora.example"
    text = due.letter().text
    assert says in text and "hooks.aozora.example" in text
    assert f"https://relay.example/console/webhooks/{HOOKS}" in text
    assert "s3cret" not in text


def test_nobody_is_told_of_one_that_is_on_again_or_removed(hooks: Webhooks) -> None:
    companies = Companies(hooks.table)
    writer = EndpointLetters(AGENCY, companies, hooks.endpoints, "https://relay.example")
    fact = EndpointDisabled(
        event_id="x", occurred_at=NOON, company_id=ACME, endpoint_id=HOOKS, why="gone"
    )
    assert writer.due(fact) is None
    hooks.hook()
    assert writer.due(fact) is None
