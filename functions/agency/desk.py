"""What the desk's routes have in common: who asks, their Idempotency-Key, where a list goes on."""

import json
from typing import Any

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import programs
from shared.domain.access import Caller
from shared.domain.errors import InvalidRequest
from shared.domain.once import Once
from shared.table import keys

_PLACE = {keys.PARTITION, keys.SORT, keys.DUE_PARTITION, keys.DUE_SORT}


def asking(router: APIGatewayHttpRouter, scope: str) -> Caller:
    """Raises InsufficientScope."""
    caller: Caller = router.context["caller"]
    caller.check(scope)
    return caller


def once(router: APIGatewayHttpRouter, caller: Caller) -> Once | None:
    return programs.once(router.current_event.raw_event, caller.key_id)


def place(cursor: str, inbox: str) -> str | None:
    """Where a page of an inbox starts. Raises InvalidRequest for a cursor we did not give."""
    said = programs.after(cursor, "{")
    if said is None:
        return None
    try:
        found: Any = json.loads(said)
    except ValueError:
        found = {}
    texts = all(isinstance(value, str) for value in found.values())
    if not texts or found.keys() != _PLACE or found[keys.DUE_PARTITION] != keys.inbox(inbox):
        raise InvalidRequest("wrong or missing: cursor", {"cursor": "malformed"})
    return said
