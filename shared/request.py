"""What came in: its bytes within bounds, its words readable, and what the edge says of it."""

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qsl

from shared.domain.errors import MalformedBody, PayloadTooLarge, UnsupportedMediaType

MAX_BODY: Final = 64 * 1024
MAX_FIELDS: Final = 1_000
"""Of a form: a field a member, of a big company."""
JSON: Final = "application/json"
TICKED: Final = {"on", "true", "1"}
REPLACED: Final = "\ufffd"
"""What stands where bytes were no text."""
FORM: Final = "application/x-www-form-urlencoded"
ORIGIN: Final = "x-relay-origin"
"""What our edge says, and nobody else knows."""


def header(event: Mapping[str, Any], name: str) -> str | None:
    """API Gateway hands header names over in lower case."""
    found: Mapping[str, str] = event.get("headers") or {}
    return found.get(name)


def query(event: Mapping[str, Any]) -> Mapping[str, str]:
    """API Gateway says nothing where nothing was asked."""
    return event.get("queryStringParameters") or {}


def media_type(event: Mapping[str, Any]) -> str:
    return (header(event, "content-type") or "").partition(";")[0].strip().lower()


def prefers_json(event: Mapping[str, Any]) -> bool:
    """A program sent JSON, or asks for it; a browser sends a form and asks for text/html."""
    accept = header(event, "accept") or ""
    return media_type(event) == JSON or ("json" in accept and "text/html" not in accept)


def text(event: Mapping[str, Any]) -> str:
    """The body as text.

    Raises:
        PayloadTooLarge: over 64 KiB, counted before it is decoded as text.
        MalformedBody: not UTF-8.
    """
    said = raw(event, MAX_BODY).decode(errors="replace")
    if REPLACED in said:  # by us, or by a gateway before us
        raise MalformedBody("the body is not UTF-8")
    return said


def raw(event: Mapping[str, Any], most: int) -> bytes:
    """The body as it was sent, of `most` bytes.

    Raises:
        PayloadTooLarge; MalformedBody: it is not what its encoding says.
    """
    body: str = event.get("body") or ""
    found = _raw(body, bool(event.get("isBase64Encoded")))
    if len(found) > most:
        raise PayloadTooLarge(f"the body may have {most // 1024} KiB at most")
    return found


def asked(event: Mapping[str, Any]) -> str:
    """The method, the path and the body: what an answer that is kept is an answer to."""
    return f"{event['requestContext']['http']['method']} {event['rawPath']}\n{text(event)}"


def _raw(body: str, encoded: bool) -> bytes:
    if not encoded:
        return body.encode("utf-8", "surrogatepass")
    try:
        return base64.b64decode(body, validate=True)
    except binascii.Error:
        raise MalformedBody("the body is not what its encoding says") from None


def values(event: Mapping[str, Any]) -> Any:
    """The body of a form or of JSON, decoded. A form's `a.b` or `a[b]` is JSON's {"a": {"b"}}.

    Raises:
        PayloadTooLarge, MalformedBody, UnsupportedMediaType
    """
    said = text(event)
    match media_type(event):
        case "application/json":
            return decoded(said)
        case "application/x-www-form-urlencoded":
            return _nested(said)
    raise UnsupportedMediaType("send application/json or a form")


def decoded(said: str) -> Any:
    """Raises MalformedBody: no JSON, or with half a letter in it that nobody could store."""
    try:
        found = json.loads(said)
        json.dumps(found, ensure_ascii=False).encode()
        return found
    except (ValueError, RecursionError):
        raise MalformedBody("the body is not JSON") from None


def _nested(said: str) -> dict[str, Any]:
    """Raises MalformedBody: percent-encoded bytes that are not UTF-8, or too many fields."""
    try:
        pairs = parse_qsl(said, keep_blank_values=True, errors="strict", max_num_fields=MAX_FIELDS)
    except ValueError:
        raise MalformedBody("the form is not readable") from None
    found: dict[str, Any] = {}
    for name, value in pairs:
        group, _, field = name.replace("[", ".").removesuffix("]").partition(".")
        if field:
            inner = found.setdefault(group, {})
            if isinstance(inner, dict):
                inner[field] = value in TICKED
        else:
            found[name] = value
    return found


def visitor_address(event: Mapping[str, Any]) -> str:
    """The visitor's address, as the edge says: shared.edge lets nobody else through.

    Never X-Forwarded-For, which anybody writes.
    """
    return header(event, "x-relay-viewer") or str(event["requestContext"]["http"]["sourceIp"])


def origin(event: Mapping[str, Any]) -> str:
    """Where visitors reach us, as the edge says; without a word of it, the API's own name."""
    return header(event, "x-relay-host") or f"https://{event['requestContext']['domainName']}"
