"""The house HTTP resolver: every RelayError leaves as problem+json, and nothing else leaks."""

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.utilities.typing import LambdaContext

from shared import edge, request
from shared.contracts.problem import CONTENT_TYPE, headers_of, problem, status_of
from shared.domain.errors import MethodNotAllowed, NotFound, RelayError, UnsupportedMediaType
from shared.observe import logger, tell

type Event = dict[str, Any]
type Refuse = Callable[[Mapping[str, Any], RelayError], Response[str]]

SAFE = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class _Broken(RelayError):
    """Our own fault; the log has the rest."""

    code = "internal_error"


def problem_response(event: Mapping[str, Any], error: RelayError) -> Response[str]:
    """RFC 9457."""
    request_id = event["requestContext"]["requestId"]
    body = json.dumps(problem(error, instance=f"urn:request:{request_id}"), ensure_ascii=False)
    headers = {**SAFE, **headers_of(error)}
    return Response(status_of(type(error)), CONTENT_TYPE, body, headers=headers)


def resolver(refuse: Refuse = problem_response, **options: Any) -> APIGatewayHttpResolver:
    """Routes whose refusals `refuse` words."""
    app = APIGatewayHttpResolver(**options)

    def said_no(error: RelayError) -> Response[str]:
        note(error)
        return refuse(app.current_event.raw_event, error)

    def nothing_here(_: Exception) -> Response[str]:
        return said_no(_missing(app))

    app.exception_handler(RelayError)(said_no)
    app.not_found(nothing_here)
    return app


def _missing(app: APIGatewayHttpResolver) -> RelayError:
    path = app.current_event.path
    routes = [*app._static_routes, *app._dynamic_routes]
    allowed = sorted({route.method for route in routes if route.rule.match(path)})
    if allowed:
        return MethodNotAllowed("not this way", tuple(allowed))
    return NotFound("there is nothing here")


def answer(
    app: APIGatewayHttpResolver,
    event: Event,
    context: LambdaContext,
    refuse: Refuse = problem_response,
    before: Callable[[Event], None] = lambda _: None,
    body: Callable[[Event], object] = request.text,
) -> dict[str, Any]:
    """Resolve one request of our edge's, after `before` had its say. Nobody else's is looked at.

    Our own faults only operators are told.

    Args:
        body: refuses what is no body for us: too long, no text.
    """
    try:
        edge.lock().admit(event)
        body(event)
        before(event)
        return app.resolve(event, context)
    except RelayError as error:
        note(error)
        return _proxied(refuse(event, error))
    except Exception as error:
        tell(error)
        return _proxied(refuse(event, _Broken("something went wrong on our side")))


def note(error: RelayError) -> None:
    """A refusal by its code; where the fault may be ours, what lay behind it."""
    behind = type(error.__cause__).__name__
    if status_of(type(error)) >= HTTPStatus.INTERNAL_SERVER_ERROR:
        logger.warning("refused", code=error.code, detail=str(error), behind=behind)
    else:
        logger.info("refused", code=error.code)


def json_only(event: Event) -> None:
    """A body is JSON or there is none. Raises UnsupportedMediaType, MalformedBody."""
    said = request.text(event)
    if said and request.media_type(event) != request.JSON:
        raise UnsupportedMediaType("send application/json")
    if said:
        request.decoded(said)


def _proxied(response: Response[str]) -> dict[str, Any]:
    headers = {name: str(value) for name, value in response.headers.items()}
    status = HTTPStatus(response.status_code).value
    return {"statusCode": status, "headers": headers, "body": response.body or ""}
