"""What functions for programs have in common: the key, the idempotency key, cursors, validation."""

import base64
from collections.abc import Callable
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.event_handler.openapi.exceptions import RequestValidationError
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from shared import clock, request, web
from shared.contracts.wire import refusal
from shared.domain.access import Caller
from shared.domain.errors import Answered, InvalidRequest, Unauthenticated
from shared.domain.once import Once
from shared.domain.pace import Pace
from shared.mint import key_digest
from shared.retry import retry_on_conflict
from shared.table.api_keys import ApiKeys

MAX_KEY = 200


def resolver() -> APIGatewayHttpResolver:
    """Routes whose bodies, queries and answers are checked by their types, as OpenAPI says."""
    app = web.resolver(enable_validation=True)

    def invalid(error: RequestValidationError) -> Response[str]:
        return web.problem_response(app.current_event.raw_event, refusal(list(error.errors())))

    def answered(error: Answered) -> Response[Any]:
        return Response(
            error.reply.status, request.JSON, request.decoded(error.reply.body), headers=web.SAFE
        )

    app.exception_handler(RequestValidationError)(invalid)
    app.exception_handler(Answered)(answered)
    return app


def routes() -> APIGatewayHttpRouter:
    return APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


def admit(
    app: APIGatewayHttpResolver,
    api_keys: Callable[[], ApiKeys],
    public: frozenset[str],
    scope: Callable[[str, str], str] | None = None,
    pace: Callable[[str, str], Pace] | None = None,
) -> Callable[[dict[str, Any]], None]:
    """Who asks, and whether they may, come before what is asked; `public` paths ask nobody.

    Args:
        scope: what a method and a path need.
        pace: how fast one key may ask for them.
    """

    def before(event: dict[str, Any]) -> None:
        if event["rawPath"] not in public:
            asked = event["requestContext"]["http"]["method"], event["rawPath"]
            asking = caller(event, api_keys(), pace(*asked) if pace else None)
            if scope:
                asking.check(scope(*asked))
            app.append_context(caller=asking)  # type: ignore[no-untyped-call]
        web.json_only(event)

    return before


def caller(event: dict[str, Any], api_keys: ApiKeys, pace: Pace | None = None) -> Caller:
    """Who is asking, by `Authorization: Bearer <key>`. Raises Unauthenticated, TooManyRequests."""
    scheme, _, key = (request.header(event, "authorization") or "").partition(" ")
    if scheme.lower() != "bearer" or not key.strip():
        raise Unauthenticated("send Authorization: Bearer <API key>")
    return retry_on_conflict(api_keys.find)(key_digest(key.strip()), clock.now(), pace)


def once(event: dict[str, Any], scope: str) -> Once | None:
    """The caller's Idempotency-Key, bound to what it asks for. None where none was sent.

    Raises:
        InvalidRequest: the key is longer than 200 characters.
    """
    key = request.header(event, "idempotency-key")
    if not key:
        return None
    if len(key) > MAX_KEY:
        raise InvalidRequest("an Idempotency-Key has 200 characters at most")
    return Once.of(scope, key, request.asked(event), clock.now())


def cursor(sort_key: str | None) -> str | None:
    return base64.urlsafe_b64encode(sort_key.encode()).decode() if sort_key else None


def after(cursor: str | None, prefix: str) -> str | None:
    """Where a page starts. Raises InvalidRequest for a cursor we did not give."""
    if not cursor:
        return None
    try:
        sort_key = base64.urlsafe_b64decode(cursor.encode()).decode()
    except ValueError:
        sort_key = ""
    if not sort_key.startswith(prefix):
        raise InvalidRequest("wrong or missing: cursor", {"cursor": "malformed"})
    return sort_key
