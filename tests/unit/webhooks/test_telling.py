"""What companies' systems are told of: what the company may read, and no more."""

import json
from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from shared.contracts.events import (
    EVENTS,
    ConnectionDegraded,
    CreditExpiring,
    CreditGranted,
    Event,
    JobOrderRefused,
    RelayFormed,
)
from shared.contracts.relay import RelayAnswer
from shared.contracts.telling import OF_CREDIT, OF_JOB_ORDER, TOLD, told
from shared.contracts.webhook import (
    ConnectionMessage,
    CreditMessage,
    JobOrderMessage,
    ProgressMessage,
    RelayMessage,
    TrialMessage,
)
from shared.contracts.webhook_data import ConnectionData, TrialData
from shared.contracts.webhook_kinds import KINDS, CreditKind, JobOrderKind
from shared.domain.ledger import Head
from shared.domain.progress import published
from shared.domain.relay import Band, Direction, Shown
from tests.support.builders import ACME

AT = datetime(2026, 4, 1, 13, 37, 11, 123456, tzinfo=UTC)
DAY = "2026-04-01T00:00:00Z"
MESSAGES = (
    CreditMessage,
    JobOrderMessage,
    ProgressMessage,
    RelayMessage,
    ConnectionMessage,
    TrialMessage,
)
OF_PEOPLE = ("registration", "candidate_id", "recommendation", "member", "link", "email", "phone")
VALUES: dict[str, Any] = {
    "event_id": "fact:1",
    "occurred_at": AT,
    "company_id": "co_acme",
    "credit_id": "crd_1",
    "number": 3,
    "counted": 31,
    "expires_at": AT,
    "until": AT,
    "days": 30,
    "amount": -1,
    "job_order_id": "job_1",
    "reason": "unlawful_content",
    "recommendation_id": "rec_1",
}
OF_ITS_LIFE = (*OF_CREDIT, *OF_JOB_ORDER)


def said(fact: Event) -> dict[str, Any]:
    message = told(fact)
    assert message is not None
    body: dict[str, Any] = json.loads(message.body())
    return body


@pytest.mark.parametrize("fact", OF_ITS_LIFE, ids=lambda fact: fact.__name__)
def test_every_fact_of_a_credit_or_job_order_is_told_to_the_day(fact: type[Event]) -> None:
    body = said(fact.model_validate(VALUES))
    assert set(body) == {"type", "timestamp", "data"}
    assert body["type"] in KINDS
    assert body["timestamp"] == DAY
    assert "13:37" not in json.dumps(body)
    assert not {"company_id", "recommendation_id", "counted", "event_id"} & set(body["data"])


@pytest.mark.parametrize("fact", sorted(set(EVENTS) - set(TOLD), key=str), ids=lambda f: f.__name__)
def test_a_fact_of_the_relays_own_is_told_to_nobody(fact: type[Event]) -> None:
    assert told(fact.model_construct(occurred_at=AT)) is None


def test_every_kind_has_its_fact_or_its_figure() -> None:
    assert sorted(OF_CREDIT.values()) == sorted(get_args(CreditKind))
    assert sorted(OF_JOB_ORDER.values()) == sorted(get_args(JobOrderKind))
    others = set(KINDS) - set(get_args(CreditKind)) - set(get_args(JobOrderKind))
    assert others == {"progress.updated", "relay.formed", "ats.connection.degraded"}


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.__name__)
def test_no_message_has_room_for_a_person(message: type[Any]) -> None:
    schema = message.model_json_schema()
    models = [schema, *schema["$defs"].values()]
    names = [name for model in models for name in model.get("properties", {})]
    assert not [name for name in names if any(person in name for person in OF_PEOPLE)]


def test_a_grant_says_which_credit_and_until_when() -> None:
    fact = CreditGranted.model_validate(VALUES)
    assert said(fact)["data"] == {"number": 3, "credit_id": "crd_1", "expires_at": DAY}


def test_an_expiry_notice_says_how_many_days() -> None:
    data = said(CreditExpiring.model_validate(VALUES))["data"]
    assert data == {"number": 3, "credit_id": "crd_1", "days": 30, "expires_at": DAY}


def test_a_refused_job_order_says_why() -> None:
    data = said(JobOrderRefused.model_validate(VALUES))["data"]
    assert data == {"job_order_id": "job_1", "reason": "unlawful_content"}


def test_the_first_person_of_a_relay_is_nobodys_webhook() -> None:
    fact = RelayFormed(event_id="relay:a:b", occurred_at=AT, referred_by="a", hired_by="b")
    assert told(fact) is None


def test_a_connection_that_degraded_is_told_by_its_name_alone() -> None:
    fact = ConnectionDegraded.model_validate(
        {**VALUES, "connection_id": "ats_1", "provider": "lever", "ills": ["refused"]}
    )
    assert said(fact) == {
        "type": "ats.connection.degraded",
        "timestamp": DAY,
        "data": {"connection_id": "ats_1", "provider": "lever"},
    }


def test_progress_is_told_as_it_is_published() -> None:
    head = Head(ACME, counted=13, granted=1)
    body = json.loads(ProgressMessage.of(published(head), AT).body())
    assert body == {
        "type": "progress.updated",
        "timestamp": DAY,
        "data": {
            "counted": 13,
            "toward_next": 3,
            "to_next": 7,
            "milestones": 1,
            "carried_deficit": 0,
        },
    }


def test_a_partner_a_connection_and_a_trial_are_told() -> None:
    row = RelayAnswer.of(Shown(Direction.TO, Band("software", None), 3))
    relay = json.loads(RelayMessage(timestamp=AT, data=row).body())
    partner = {"industry": "software"}
    assert relay["data"] == {"direction": "to", "partner": partner, "candidates": 3}
    worse = ConnectionData(connection_id="ats_1", provider="lever")
    connection = json.loads(ConnectionMessage(timestamp=AT, data=worse).body())
    assert connection["type"] == "ats.connection.degraded"
    trial = json.loads(TrialMessage(timestamp=AT, data=TrialData(endpoint_id="whe_1")).body())
    assert trial["type"] == "webhook_endpoint.test"
