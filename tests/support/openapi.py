"""The API's document, from the code: what Powertools sees of the routes, and what people post."""

import json
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from functions.agency.handler import app as agency
from functions.manage.handler import app as manage
from functions.place.handler import app as place
from shared.contracts.candidate import (
    RegistrationAccepted,
    RegistrationRequest,
    VerificationRequest,
    Verified,
)
from shared.contracts.problem import CONTENT_TYPE
from shared.domain.pace import PACES, Pace
from tests.support.operations import name, tag

type Json = dict[str, Any]


def _said(pace: Pace) -> str:
    return f"{pace.family}: {1000 // pace.every_ms} a second, {pace.at_once} at once after a rest"


ABOUT: Final = (
    "The hosted endpoints of Career Relay. Every refusal is a problem document (RFC 9457). One key"
    f" may ask this fast: {'; '.join(map(_said, PACES))}. Beyond that it is answered 429, with the"
    " seconds to wait in Retry-After: whoever waits them is let in. `rejections` are POST"
    " /v1/rejections and POST /v1/rejection-mails/render, `reads` are GET, `writes` all the rest."
)
PROBLEM: Final = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "code", "instance"],
    "properties": {
        "type": {"type": "string", "format": "uri"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string", "description": "Stable; for programs."},
        "instance": {"type": "string", "format": "uri"},
        "fields": {
            "type": "object",
            "additionalProperties": {
                "enum": ["missing", "malformed", "too_long", "needed", "unknown"]
            },
        },
        "tries_left": {"type": "integer"},
        "reason": {"type": "string", "description": "Why a CV is not kept, or a CSV not read."},
        "line": {"type": "integer", "description": "Of a CSV, as a spreadsheet numbers it."},
        "column": {"type": "string", "description": "Of a CSV: what it was to be read for."},
        "state": {"type": "string", "description": "What there is, where it forbids this."},
        "difference_jpy": {"type": "integer", "description": "What is to be accepted first."},
    },
}
WORDS: Final = {
    400: "The body cannot be read",
    401: "No key, or one that is not known",
    402: "No credit is available",
    403: "The key lacks the scope",
    404: "No such thing, or another company's",
    405: "Not this way",
    409: "Done before; a state that forbids it; the same Idempotency-Key with another request",
    410: "The code's time or tries are over",
    413: "Over 64 KiB",
    415: "Not JSON",
    422: "Fields missing or malformed; a wrong code, with the tries left",
    429: "Too many; see Retry-After",
    503: "Try again; see Retry-After",
}
FILE: Final = {"type": "string", "format": "binary"}
BINARY: Final = {"qr.svg": "image/svg+xml", "qr.png": "image/png", ".pyz": "application/zip"}
PUBLIC: Final = {"/v1/companies", "/v1/ledger/verifier.pyz"}
SIGNED_IN: Final = ("/v1/members", "/v1/api-keys", "/v1/audit-log")
"""Asked by a person, with the cookie of their session."""
FORM_WORD: Final = {
    "name": "x-relay-form",
    "in": "header",
    "required": True,
    "description": "The word every form of the session carries, in its hidden field `form`.",
    "schema": {"type": "string"},
}
ONCE: Final = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "Same key and body: the same answer, for 48 hours. Other body: 409.",
    "schema": {"type": "string", "maxLength": 200},
}


def document() -> str:
    whole: Json = json.loads(
        manage.get_openapi_json_schema(title="Career Relay", version="1", description=ABOUT)
    )
    others: list[Json] = [json.loads(app.get_openapi_json_schema()) for app in (agency, place)]
    paths = {path: asked for one in (whole, *others) for path, asked in one["paths"].items()}
    whole["servers"] = [{"url": "/"}]
    whole["paths"] = dict(sorted({**paths, **_people()}.items()))
    whole["components"] = {
        "schemas": _schemas(whole, *others),
        "securitySchemes": {
            "key": {"type": "http", "scheme": "bearer"},
            "session": {"type": "apiKey", "in": "cookie", "name": "__Host-relay"},
        },
    }
    for path, operations in whole["paths"].items():
        for method, operation in operations.items():
            _finish(path, method, operation)
    return json.dumps(whole, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _schemas(*documents: Json) -> Json:
    merged: Json = {}
    for one in documents:
        schemas = one["components"]["schemas"]
        twice = {name for name in schemas.keys() & merged if schemas[name] != merged[name]}
        assert not twice, f"two functions name a schema alike: {twice}"
        merged |= schemas
    models: list[type[BaseModel]] = [
        RegistrationRequest,
        RegistrationAccepted,
        VerificationRequest,
        Verified,
    ]
    _, people = models_json_schema(
        [(model, "validation") for model in models], ref_template="#/components/schemas/{model}"
    )
    merged |= people["$defs"] | {"Problem": PROBLEM}
    unused = {"HTTPValidationError", "ValidationError", "ResponseValidationError"}
    return {name: schema for name, schema in merged.items() if name not in unused}


def _finish(path: str, method: str, operation: Json) -> None:
    """Our refusals, in the place of the framework's; who may ask; asking twice."""
    mine = path.startswith("/v1/")
    public = path in PUBLIC or not mine
    operation |= {"operationId": name(method, path), "tags": [tag(path)]}
    codes = [400, 404, 405, 409, 413, 415, 422, 429, 503] + ([] if public else [401, 403])
    if not mine:
        codes.append(410)
    if path.endswith("/credit"):
        codes.append(402)
    operation["responses"].get("204", {}).pop("content", None)
    operation["responses"] |= {str(code): _refusal(code) for code in codes}
    operation["security"] = [] if public else [{"key": []}]
    if path.startswith(SIGNED_IN):
        operation["security"] = [{"session": []}]
        if method != "get":
            operation["parameters"] = [*operation.get("parameters", []), FORM_WORD]
    if mine and method == "post":
        operation["parameters"] = [*operation.get("parameters", []), ONCE]
    for ending, media in BINARY.items():
        if path.endswith(ending):
            operation["responses"]["200"]["content"] = {media: {"schema": FILE}}


def _refusal(code: int) -> Json:
    said = {CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": WORDS[code], "content": said}


def _people() -> Json:
    """What candidates send; browsers post the same fields as a form and are shown pages."""
    registration = "/registrations/{registration_id}/verification"
    return {
        "/r/{slug}/registrations": {
            "post": _posted(
                "Register; a code is sent",
                "slug",
                "RegistrationRequest",
                202,
                "RegistrationAccepted",
            )
        },
        registration: {
            "post": _posted(
                "Type the code", "registration_id", "VerificationRequest", 200, "Verified"
            )
        },
        f"{registration}/resend": {
            "post": _posted(
                "Have another code sent", "registration_id", None, 202, "RegistrationAccepted"
            )
        },
    }


def _posted(summary: str, name: str, body: str | None, status: int, answer: str) -> Json:
    path = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
    sent = {"requestBody": {"required": True, "content": _json(body)}} if body else {}
    said = {"description": "Done", "content": _json(answer)}
    return {"summary": summary, "parameters": [path], **sent, "responses": {str(status): said}}


def _json(model: str) -> Json:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{model}"}}}
