"""Webhooks out: `tell`, `deliver` and `again`, with an endpoint that leads to this machine."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from shared.aws.sealed import KmsSealed
from shared.aws.tickets import written
from shared.domain.endpoint import PURPOSE, Endpoint
from shared.domain.ids import EndpointId
from shared.domain.sealed import Sealed
from shared.domain.webhook_message import Message
from shared.table.endpoints import Endpoints
from shared.table.messages import Messages
from shared.webhooks.secret import Secret
from tests.iam.checks.spoken import DONE
from tests.iam.stage import Stage
from tests.iam.subjects import NUMBERS, Subjects
from tests.support.asking import messages as as_messages
from tests.support.asking import queued
from tests.support.facts import granted
from tests.support.webhooking import a_hook, a_note

NOWHERE = "https://hooks.localhost/"


def a_fact_becomes_a_message(stage: Stage) -> None:
    endpoint = _endpoint(stage)
    assert stage.calls("tell", queued(granted(1, endpoint.company_id))) == DONE
    [message] = _log(stage, endpoint)
    assert message.is_waiting


def an_attempt_is_made_and_noted(stage: Stage) -> None:
    endpoint = _endpoint(stage)
    note = _noted(stage, endpoint, datetime.now(UTC))
    assert stage.calls("deliver", as_messages(_said(note))) == DONE
    [tried] = _log(stage, endpoint)
    assert [attempt.status for attempt in tried.attempts] == [None]
    health = Endpoints(stage.core).find(endpoint.company_id, endpoint.endpoint_id).health
    assert health.days == 1


def what_nobody_has_in_hand_is_queued(stage: Stage) -> None:
    endpoint = _endpoint(stage)
    _noted(stage, endpoint, datetime.now(UTC) - timedelta(hours=1))
    assert stage.calls("again", {})["queued"] > 0
    [found] = _log(stage, endpoint)
    assert found.turn == 2


def _endpoint(stage: Stage) -> Endpoint:
    name = EndpointId(f"whe_subject{next(NUMBERS)}")
    key = KmsSealed(stage.setting("deliver", "SEALING_KEY"), stage.clients.client("kms"))
    sealed = Sealed(key.seal(Secret.made().text, PURPOSE, name))
    endpoint = a_hook(name, company_id=Subjects(stage).company(), url=NOWHERE, secrets=(sealed,))
    Endpoints(stage.core).add(endpoint)
    return endpoint


def _noted(stage: Stage, endpoint: Endpoint, at: datetime) -> Message:
    note = replace(a_note(next(NUMBERS), endpoint, at), company_id=endpoint.company_id)
    Messages(stage.core).add(note)
    return note


def _said(note: Message) -> dict[str, object]:
    said: dict[str, object] = json.loads(written(note.ticket))
    return said


def _log(stage: Stage, endpoint: Endpoint) -> list[Message]:
    found, _ = Messages(stage.core).newest(endpoint.endpoint_id, limit=10, after=None)
    return list(found)
