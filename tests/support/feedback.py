"""SES's event data as SNS hands it to our queue.

Source: Amazon SES developer guide, examples of event data published to Amazon SNS.
"""

import json
from typing import Any


def _mail(tags: dict[str, list[str]]) -> dict[str, Any]:
    return {
        "timestamp": "2026-03-02T12:00:00.000Z",
        "source": "relay@example.jp",
        "messageId": "EXAMPLE7c191be45-000000",
        "destination": ["ada@example.org"],
        "headersTruncated": False,
        "tags": {"ses:configuration-set": ["relay"], **tags},
    }


def envelope(event: dict[str, Any], *, registration: str | None = None) -> dict[str, Any]:
    tags = {"mail": ["code"], "registration": [registration]} if registration else {}
    said = {**event, "mail": _mail({k: [v for v in vs if v] for k, vs in tags.items()})}
    return {
        "Type": "Notification",
        "MessageId": "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
        "TopicArn": "arn:aws:sns:ap-northeast-1:000000000000:feedback",
        "Subject": "Amazon SES Email Event Notification",
        "Message": json.dumps(said),
    }


def bounce(kind: str = "Permanent", *addresses: str) -> dict[str, Any]:
    recipients = [
        {"emailAddress": address, "action": "failed", "status": "5.1.1"}
        for address in addresses or ("ada@example.org",)
    ]
    return {
        "eventType": "Bounce",
        "bounce": {
            "bounceType": kind,
            "bounceSubType": "General",
            "bouncedRecipients": recipients,
            "timestamp": "2026-03-02T12:00:01.000Z",
            "feedbackId": "feedback-1",
        },
    }


def complaint() -> dict[str, Any]:
    return {
        "eventType": "Complaint",
        "complaint": {
            "complainedRecipients": [{"emailAddress": "ada@example.org"}],
            "timestamp": "2026-03-02T12:00:01.000Z",
            "feedbackId": "feedback-2",
            "complaintFeedbackType": "abuse",
        },
    }


def delivery() -> dict[str, Any]:
    return {"eventType": "Delivery", "delivery": {"recipients": ["ada@example.org"]}}
