"""ministack keeps a sent mail without the headers it was sent with, and only until it is killed."""

import json
from datetime import UTC, datetime
from typing import Any

from ministack.services import ses_v2

from infra.local.journal import Journal

_MAKE = "CREATE TABLE IF NOT EXISTS mails (id INTEGER PRIMARY KEY, mail TEXT)"


def install(journal: Journal) -> None:
    journal.write(_MAKE)
    handle = ses_v2.handle_request

    async def send(method: str, path: str, headers: Any, body: Any, query: Any) -> Any:
        answer = await handle(method, path, headers, body, query)
        if path.endswith("/outbound-emails") and method == "POST" and answer[0] == 200:
            written = json.dumps(as_sent(json.loads(body)), ensure_ascii=False)
            journal.write("INSERT INTO mails (mail) VALUES (?)", written)
        return answer

    ses_v2.handle_request = send


def as_sent(request: dict[str, Any]) -> dict[str, Any]:
    """A SESv2 `SendEmail` request with simple content, as the mailbox shows it."""
    simple = request.get("Content", {}).get("Simple", {})
    body = simple.get("Body", {})
    to = request.get("Destination", {}).get("ToAddresses", [])
    subject = simple.get("Subject", {}).get("Data", "")
    named = {h["Name"]: h["Value"] for h in simple.get("Headers", [])}
    sender = {"From": request.get("FromEmailAddress", ""), "To": ", ".join(to), "Subject": subject}
    if reply_to := request.get("ReplyToAddresses"):
        sender["Reply-To"] = ", ".join(reply_to)
    return {
        "to": to,
        "subject": subject,
        "text": body.get("Text", {}).get("Data", ""),
        "html": body.get("Html", {}).get("Data", ""),
        "headers": sender | named,
        "sent_at": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    }


def newest_first(journal: Journal) -> list[dict[str, Any]]:
    return [json.loads(m) for (m,) in journal.rows("SELECT mail FROM mails ORDER BY id DESC")]
