"""Webhook endpoints and what they were told, ordinary ones with one word changed."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from shared.domain.endpoint import PURPOSE, Endpoint
from shared.domain.ids import CompanyId, EndpointId
from shared.domain.sealed import Sealed
from shared.domain.webhook_message import Message, Ticket, made
from shared.webhooks.message_id import message_id
from tests.support.builders import ACME, NOON
from tests.support.fakes.seals import FakeSeals

URL = "https://hooks.aozora.example/relay?token=s3cret"
SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3"
FACT = "milestone:co_acme:1"


def an_endpoint(name: str = "whe_a", company_id: CompanyId = ACME, **changed: Any) -> Endpoint:
    sealed = FakeSeals().seal(SECRET, PURPOSE, name)
    endpoint = Endpoint(
        endpoint_id=EndpointId(name),
        company_id=company_id,
        url=URL,
        events=("*",),
        secrets=(Sealed(sealed),),
        created_at=NOON,
    )
    return replace(endpoint, **changed)


def a_message(
    endpoint: Endpoint, n: int = 1, at: datetime = NOON, kind: str = "credit.granted"
) -> Message:
    """The nth of its day's."""
    at += timedelta(seconds=n)
    name = message_id(endpoint.company_id, f"{FACT}:{n}", kind, at.date())
    body = f'{{"type":"{kind}","timestamp":"2026-03-02T00:00:00Z","data":{{"number":{n}}}}}'
    return made((endpoint.endpoint_id, endpoint.company_id, name), kind, body, at, at)


@dataclass
class FakeTickets:
    sent: list[Ticket] = field(default_factory=list)
    fails: Exception | None = None

    def send(self, ticket: Ticket, after: timedelta = timedelta()) -> None:
        if self.fails:
            raise self.fails
        self.sent.append(ticket)
