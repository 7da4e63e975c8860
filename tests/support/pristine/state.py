"""What of the published engine's state is on disk when it is killed."""

import asyncio
import json
from pathlib import Path
from typing import Any

from ministack import app
from ministack.core import persistence
from ministack.services import cloudwatch_logs, dynamodb, lambda_svc, ses, ses_v2, sqs

_TABLE = {
    "TableName": "t",
    "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
    "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
    "BillingMode": "PAY_PER_REQUEST",
}


def _on_disk(piece: str) -> bool:
    files = [f for f in Path(persistence.STATE_DIR).rglob("*") if f.is_file()]
    return any(piece.encode() in f.read_bytes() for f in files)


def needs_items() -> bool:
    """An item that was put is nowhere but in memory."""
    dynamodb._create_table(_TABLE)
    dynamodb._put_item({"TableName": "t", "Item": {"pk": {"S": "an-item-to-keep"}}})
    return not _on_disk("an-item-to-keep")


def needs_queues() -> bool:
    """A message that was sent is nowhere but in memory."""
    url = sqs._act_create_queue({"QueueName": "q"}, "")["QueueUrl"]
    sqs._act_send_message({"QueueUrl": url, "MessageBody": "a-message-to-keep"}, url)
    return not _on_disk("a-message-to-keep")


def needs_mails() -> bool:
    """A mail that was sent has lost its own headers."""
    _post("identities", {"EmailIdentity": "sender.example"})
    _post("outbound-emails", _mail("a@sender.example"))
    [kept] = ses._sent_emails_list()
    return "List-Unsubscribe" not in json.dumps(kept)


def _post(what: str, body: dict[str, Any]) -> None:
    asked = ses_v2.handle_request("POST", f"/v2/email/{what}", {}, json.dumps(body).encode(), {})
    status, _, answer = asyncio.run(asked)
    assert status == 200, answer


def _mail(sender: str) -> dict[str, Any]:
    simple: dict[str, Any] = {
        "Subject": {"Data": "s"},
        "Body": {"Text": {"Data": "t"}},
        "Headers": [{"Name": "List-Unsubscribe", "Value": "<https://x.example>"}],
    }
    to = {"ToAddresses": ["b@x.example"]}
    return {"FromEmailAddress": sender, "Destination": to, "Content": {"Simple": simple}}


def needs_saving() -> bool:
    """Every log line is saved with the state."""
    assert cloudwatch_logs.get_state
    return "cloudwatch_logs" in app._build_persistence_save_dict()


def needs_positions() -> bool:
    """A reader's position in a stream is saved, the stream's records are not."""
    records = {"stream_records", "_stream_records"}
    return "dynamodb_stream_positions" in lambda_svc.get_state() and not (
        records & set(dynamodb.get_state())
    )
