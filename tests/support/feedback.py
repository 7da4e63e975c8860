"""SES's event data as SNS hands it to our queue.

Source: Amazon SES developer guide, examples of event data published to Amazon SNS.
"""

import json
from typing import Any


def _mail(tags: dict[str, list[str]]) -> dict[str, Any]:
    return {
        "timestamp": "2026-03-02T12:00:00.000Z",
        "source": "relay@example.jp",
        "sourceArn": "arn:aws:ses:ap-northeast-1:000000000000:identity/example.jp",
        "sendingAccountId": "000000000000",
        "messageId": "EXAMPLE7c191be45-000000",
        "destination": ["ada@example.org"],
        "headersTruncated": False,
        "tags": {"ses:configuration-set": ["relay"], **tags},
    }


def envelope(event: dict[str, Any], *, registration: str | None = None) -> dict[str, Any]:
    tags = {"mail": ["code"], "registration": [registration]} if registration else {}
    mail = _mail({k: [v for v in vs if v] for k, vs in tags.items()})
    return notification(json.dumps({**event, "mail": mail | event.get("mail", {})}))


def notification(message: str) -> dict[str, Any]:
    return {
        "Type": "Notification",
        "MessageId": "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
        "TopicArn": "arn:aws:sns:ap-northeast-1:000000000000:feedback",
        "Subject": "Amazon SES Email Event Notification",
        "Message": message,
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


def complaint(kind: str | None = "abuse", subtype: str | None = None) -> dict[str, Any]:
    return {
        "eventType": "Complaint",
        "complaint": {
            "complainedRecipients": [{"emailAddress": "ada@example.org"}],
            "timestamp": "2026-03-02T12:00:01.000Z",
            "feedbackId": "feedback-2",
            "complaintSubType": subtype,
            **({"complaintFeedbackType": kind} if kind else {}),
        },
    }


def delay() -> dict[str, Any]:
    return {
        "eventType": "DeliveryDelay",
        "deliveryDelay": {
            "timestamp": "2026-03-02T12:10:00.000Z",
            "delayType": "MailboxFull",
            "expirationTime": "2026-03-03T02:00:00.000Z",
            "delayedRecipients": [
                {"emailAddress": "ada@example.org", "status": "4.2.2", "diagnosticCode": "452"}
            ],
        },
    }


def classic(event: dict[str, Any]) -> dict[str, Any]:
    """The same from an identity's own topic, and not a configuration set's: without tags."""
    renamed = {"notificationType": event["eventType"], **event}
    del renamed["eventType"]
    return renamed | {"mail": {"tags": {}}}


def delivery() -> dict[str, Any]:
    return {"eventType": "Delivery", "delivery": {"recipients": ["ada@example.org"]}}
