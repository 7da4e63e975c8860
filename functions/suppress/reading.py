"""SES's feedback, by way of SNS: which address, why, for which registration."""

import json
from dataclasses import dataclass
from email.utils import parseaddr
from typing import Any, Final, Literal

type Kind = Literal["bounce", "complaint"]
GREETING: Final = "Successfully validated SNS topic"
"""SES says so once, in plain words, when the topic becomes its destination."""
UNSENT: Final = "OnAccountSuppressionList"
"""The subtype of a complaint of old, for which SES did not send this mail at all."""


@dataclass(frozen=True, slots=True)
class Feedback:
    kind: Kind
    message_id: str
    addresses: tuple[str, ...]
    registration_id: str | None


def read(envelope: dict[str, Any]) -> Feedback | None:
    """None for what asks nothing of us: greetings, deliveries and their delays, bounces that may
    pass by themselves, somebody who says that a mail is *not* spam.

    Source: Amazon SES, contents of event data published to SNS; an event of the configuration set
    says `eventType`, one of an identity `notificationType`.
    """
    if envelope["Message"].startswith(GREETING):
        return None
    event: dict[str, Any] = json.loads(envelope["Message"])
    match event.get("eventType") or event.get("notificationType"):
        case "Bounce" if event["bounce"]["bounceType"] == "Permanent":
            return _feedback("bounce", event["mail"], event["bounce"]["bouncedRecipients"])
        case "Complaint" if event["complaint"].get("complaintFeedbackType") != "not-spam":
            complaint = event["complaint"]
            kind: Kind = "bounce" if complaint.get("complaintSubType") == UNSENT else "complaint"
            return _feedback(kind, event["mail"], complaint["complainedRecipients"])
    return None


def _feedback(kind: Kind, mail: dict[str, Any], recipients: list[dict[str, Any]]) -> Feedback:
    """The last mailbox a mail was forwarded to may be the one named: who we wrote to is meant."""
    wrote_to = mail.get("destination", [])
    named = [recipient["emailAddress"] for recipient in recipients]
    meant = [*wrote_to, *named] if len(wrote_to) == 1 else named
    addresses = dict.fromkeys(parseaddr(address)[1] for address in meant)
    registration = mail.get("tags", {}).get("registration", [None])
    return Feedback(kind, mail["messageId"], tuple(filter(None, addresses)), registration[0])
