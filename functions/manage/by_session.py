"""Members, keys and the log: a person's who signed in, and no program's."""

import re
from collections.abc import Callable
from typing import Any, Final

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from shared import programs, request, signed_in, web
from shared.domain.errors import ForgedForm, InsufficientScope
from shared.domain.seat import Kind
from shared.domain.session import Session
from shared.table.api_keys import ApiKeys

PATHS: Final = re.compile(r"/v1/(members|api-keys|audit-log)(/.*)?")


def asks(path: str) -> bool:
    return PATHS.fullmatch(path) is not None


def admit(
    app: APIGatewayHttpResolver, api_keys: Callable[[], ApiKeys]
) -> Callable[[dict[str, Any]], None]:
    """A cookie, and with whatever changes something the word of its forms in `x-relay-form`.

    Raises, by what it returns:
        Unauthenticated, ForgedForm
        InsufficientScope: a key asks, whatever its scopes.
    """
    signed = signed_in.admit(app, Kind.COMPANY)

    def before(event: dict[str, Any]) -> None:
        if request.header(event, "authorization"):
            programs.caller(event, api_keys())
            raise InsufficientScope(
                "no key may do this: a member signs in at /console, and does it there"
            )
        writes = event["requestContext"]["http"]["method"] not in signed_in.READS
        if writes and request.header(event, "x-relay-form") is None:
            raise ForgedForm("send x-relay-form: the word of this session's forms")
        signed(event)
        session: Session = app.context["session"]
        assert session.seat is not None
        speaks = session.seat.caller(session.person, session.session_id)
        app.append_context(caller=speaks)  # type: ignore[no-untyped-call]
        web.json_only(event)

    return before
