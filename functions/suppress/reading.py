"""SES's feedback, by way of SNS: which address, why, for which registration."""

import json
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Feedback:
    kind: Literal["bounce", "complaint"]
    message_id: str
    addresses: tuple[str, ...]
    registration_id: str | None


def read(envelope: dict[str, Any]) -> Feedback | None:
    """None for what asks nothing of us: deliveries, and bounces that may pass by themselves.

    Source: Amazon SES, contents of event data published to SNS.
    """
    event: dict[str, Any] = json.loads(envelope["Message"])
    mail: dict[str, Any] = event["mail"]
    named = mail.get("tags", {}).get("registration", [])
    known = mail["messageId"], named[0] if named else None
    match event.get("eventType"):
        case "Bounce" if event["bounce"]["bounceType"] == "Permanent":
            return _feedback("bounce", event["bounce"]["bouncedRecipients"], *known)
        case "Complaint":
            return _feedback("complaint", event["complaint"]["complainedRecipients"], *known)
    return None


def _feedback(
    kind: Literal["bounce", "complaint"],
    recipients: list[dict[str, Any]],
    message_id: str,
    registration_id: str | None,
) -> Feedback:
    addresses = tuple(recipient["emailAddress"] for recipient in recipients)
    return Feedback(kind, message_id, addresses, registration_id)
