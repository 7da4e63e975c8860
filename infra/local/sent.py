"""Every mail the relay sent, with the headers it was sent with."""

import json
from typing import Any

from infra.local.journal import Journal
from shared import clock

_MAKE = "CREATE TABLE IF NOT EXISTS mails (id INTEGER PRIMARY KEY, mail TEXT)"


def make_room(journal: Journal) -> None:
    journal.write(_MAKE)


def keep(journal: Journal, request: dict[str, Any]) -> None:
    """Keep a SESv2 `SendEmail` request with simple content."""
    written = json.dumps(as_shown(request), ensure_ascii=False)
    journal.write("INSERT INTO mails (mail) VALUES (?)", written)


def newest_first(journal: Journal) -> list[dict[str, Any]]:
    return [json.loads(m) for (m,) in journal.rows("SELECT mail FROM mails ORDER BY id DESC")]


def as_shown(request: dict[str, Any]) -> dict[str, Any]:
    simple = request.get("Content", {}).get("Simple", {})
    to = request.get("Destination", {}).get("ToAddresses", [])
    subject = simple.get("Subject", {}).get("Data", "")
    headers = {"From": request.get("FromEmailAddress", ""), "To": ", ".join(to), "Subject": subject}
    if reply_to := request.get("ReplyToAddresses"):
        headers["Reply-To"] = ", ".join(reply_to)
    body = simple.get("Body", {})
    return {
        "to": to,
        "subject": subject,
        "text": body.get("Text", {}).get("Data", ""),
        "html": body.get("Html", {}).get("Data", ""),
        "headers": headers | {h["Name"]: h["Value"] for h in simple.get("Headers", [])},
        "sent_at": clock.now().isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    }
