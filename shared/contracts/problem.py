"""How a refusal reads on the wire: RFC 9457, application/problem+json."""

from http import HTTPStatus
from typing import Any, Final

from shared.domain import errors
from shared.domain.errors import RelayError

CONTENT_TYPE: Final = "application/problem+json"

STATUS: Final[dict[type[RelayError], HTTPStatus]] = {
    errors.InvalidRequest: HTTPStatus.UNPROCESSABLE_CONTENT,
    errors.MalformedBody: HTTPStatus.BAD_REQUEST,
    errors.UnsupportedMediaType: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    errors.PayloadTooLarge: HTTPStatus.CONTENT_TOO_LARGE,
    errors.MethodNotAllowed: HTTPStatus.METHOD_NOT_ALLOWED,
    errors.Unauthenticated: HTTPStatus.UNAUTHORIZED,
    errors.InsufficientScope: HTTPStatus.FORBIDDEN,
    errors.ForgedForm: HTTPStatus.FORBIDDEN,
    errors.SecondFactorNeeded: HTTPStatus.FORBIDDEN,
    errors.NotFromEdge: HTTPStatus.FORBIDDEN,
    errors.NotFound: HTTPStatus.NOT_FOUND,
    errors.PaymentRequired: HTTPStatus.PAYMENT_REQUIRED,
    errors.Refused: HTTPStatus.UNPROCESSABLE_CONTENT,
    errors.Expired: HTTPStatus.GONE,
    errors.TooManyRequests: HTTPStatus.TOO_MANY_REQUESTS,
    errors.AlreadyDone: HTTPStatus.CONFLICT,
    errors.Answered: HTTPStatus.CONFLICT,
    errors.IdempotencyMismatch: HTTPStatus.CONFLICT,
    errors.Conflict: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.Unavailable: HTTPStatus.SERVICE_UNAVAILABLE,
}


def status_of(error: type[RelayError]) -> HTTPStatus:
    """The nearest ancestor's status; an error of no known family is our own fault, 500."""
    for family in error.__mro__:
        if family in STATUS:
            return STATUS[family]
    return HTTPStatus.INTERNAL_SERVER_ERROR


def page_status(refused: RelayError | None, wrong: object = None) -> int:
    """Of a page that says why an act was refused, or what is wrong in its form."""
    if refused:
        return status_of(type(refused)).value
    return 422 if wrong else 200


def headers_of(error: RelayError) -> dict[str, str]:
    """What the status obliges us to say beside the body."""
    if isinstance(error, errors.Unauthenticated):
        return {"WWW-Authenticate": 'Bearer realm="career-relay"'}
    if isinstance(error, errors.MethodNotAllowed):
        return {"Allow": ", ".join(error.allowed)}
    if isinstance(error, errors.TooManyRequests):
        return {"Retry-After": str(error.retry_after)}
    return {"Retry-After": "1"} if isinstance(error, errors.Conflict | errors.Unavailable) else {}


def problem(error: RelayError, *, instance: str) -> dict[str, Any]:
    status = status_of(type(error))
    return {
        "type": f"urn:career-relay:problem:{error.code}",
        "title": status.phrase,
        "status": status.value,
        "detail": str(error) or status.phrase,
        "code": error.code,
        "instance": instance,
        **error.extra(),
    }
