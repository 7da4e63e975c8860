"""Requests as API Gateway hands them over, messages as SQS does, and who runs them."""

import json
from dataclasses import dataclass
from typing import Any, Final

from shared.contracts.events import Event
from shared.table import keys
from shared.table.codec import encode


@dataclass(frozen=True)
class Context:
    function_name: str = "test"
    memory_limit_in_mb: int = 128
    invoked_function_arn: str = "arn:aws:lambda:ap-northeast-1:000000000000:function:test"
    aws_request_id: str = "request-1"

    def get_remaining_time_in_millis(self) -> int:
        return 10_000


CONTEXT: Any = Context()
ORIGIN: Final = "what only the edge knows"


def asked(
    method: str,
    path: str,
    body: Any = None,
    headers: dict[str, str] | None = None,
    query: dict[str, str] | None = None,
) -> dict[str, Any]:
    """From our edge, in JSON unless `body` is text; header names as the gateway writes them."""
    kind = {"content-type": "application/json"} if body is not None else {}
    told = {"x-relay-origin": ORIGIN, **kind, **(headers or {})}
    return {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": "&".join(f"{k}={v}" for k, v in (query or {}).items()),
        "queryStringParameters": query,
        "headers": told,
        "requestContext": {
            "requestId": "request-1",
            "stage": "$default",
            "domainName": "api.example",
            "http": {
                "method": method,
                "path": path,
                "sourceIp": "192.0.2.1",
                "userAgent": "Mozilla/5.0 (iPhone)",
            },
        },
        "body": body if isinstance(body, str | None) else json.dumps(body),
        "isBase64Encoded": False,
    }


def queued(*facts: Event) -> dict[str, Any]:
    """Facts of the bus, by way of a queue."""
    return messages(
        *({"detail-type": f.detail_type, "detail": f.model_dump(mode="json")} for f in facts)
    )


def messages(*bodies: dict[str, Any]) -> dict[str, Any]:
    return {"Records": [_message(str(n), body) for n, body in enumerate(bodies)]}


def streamed(*facts: Event) -> dict[str, Any]:
    """Facts of the outbox, as the table's stream shows them."""
    return {"Records": [_inserted(fact) for fact in facts]}


def _inserted(fact: Event) -> dict[str, Any]:
    values = {
        "detail_type": fact.detail_type,
        "detail": fact.model_dump_json(),
        "to": "bus",
        "company_id": getattr(fact, "company_id", None),
    }
    image = encode({**keys.outbox(fact.event_id)._asdict(), **values})
    told = {"NewImage": image, "SequenceNumber": fact.event_id}
    return {"eventName": "INSERT", "dynamodb": told}


def _message(number: str, body: dict[str, Any]) -> dict[str, Any]:
    return {
        "messageId": number,
        "body": json.dumps(body),
        "attributes": {"MessageGroupId": "group"},
        "eventSource": "aws:sqs",
    }
