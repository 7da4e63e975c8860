"""a fact -> may its company hear of it? -> a message for each endpoint that asked for its kind."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime

from shared.contracts.events import Event
from shared.contracts.telling import told
from shared.contracts.webhook import Message as Said
from shared.domain.endpoint import Endpoint
from shared.domain.errors import AlreadyDone
from shared.domain.event_filter import wants
from shared.domain.ids import CompanyId
from shared.domain.webhook_message import Message, dropped, made
from shared.ports.webhooks import Own, Tickets, Told
from shared.retry import retry_on_conflict

type Named = Callable[[CompanyId, str, str, date], str]
"""What a message is called, by company, fact, kind and day: the same for the same ones."""


def tell(
    fact: Event, *, endpoints: Own, messages: Told, tickets: Tickets, named: Named, now: datetime
) -> Counter[str]:
    """How many were `told`, and to how many it is only `noted`: theirs are off.

    Told twice, late or out of order, each endpoint has one message of each fact. One that is made
    and not queued, whatever ended this in between, is found by `again`.

    Raises:
        Conflict, Unavailable: deliver again.
    """
    said, done = told(fact), Counter[str]()
    if said is None:
        return done
    company_id = CompanyId(fact.company_id)  # type: ignore[attr-defined]  # whatever is told has one
    for endpoint in endpoints.all(company_id):
        if wants(endpoint.events, said.type) and endpoint.created_at <= fact.occurred_at:
            message_id = named(company_id, fact.event_id, said.type, said.timestamp.date())
            done[
                _to(endpoint, _message(endpoint, message_id, said, fact, now), messages, tickets)
            ] += 1
    return done


def _message(
    endpoint: Endpoint, message_id: str, said: Said, fact: Event, now: datetime
) -> Message:
    names = endpoint.endpoint_id, endpoint.company_id, message_id
    return made(names, said.type, said.body().decode(), fact.occurred_at, now)


def _to(endpoint: Endpoint, message: Message, messages: Told, tickets: Tickets) -> str:
    """To one that is off nothing is sent; once it is on, its company may ask for it."""
    kept = message if endpoint.is_on else dropped(message)
    try:
        retry_on_conflict(messages.add)(kept)
    except AlreadyDone:
        return "before"
    if not endpoint.is_on:
        return "noted"
    tickets.send(message.ticket)
    return "told"
