"""The services a function asks, as far as it asks them; the tables are an engine's."""

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from botocore.exceptions import ClientError

from shared.aws.secret import CURRENT, NOTHING_THERE
from shared.table import keys
from tests.support.table import client, fresh_table

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


@dataclass
class Aws:
    dynamodb: "DynamoDBClient" = field(default_factory=client)
    tables: dict[str, str] = field(default_factory=dict)
    said: list[dict[str, Any]] = field(default_factory=list)
    """On the bus, not delivered yet."""
    queued: list[tuple[str, str]] = field(default_factory=list)
    """(queue, body), not read yet."""
    mails: list[dict[str, Any]] = field(default_factory=list)
    ses_refuses: bool = False
    refused: list[dict[str, Any]] = field(default_factory=list)
    """Mails SES was asked for and did not take."""
    sealed: list[tuple[bytes, Any]] = field(default_factory=list)
    """What KMS was given, and for what."""
    streamed: set[str] = field(default_factory=set)

    def table(self, logical_id: str) -> str:
        if logical_id not in self.tables:
            self.tables[logical_id] = fresh_table(self.dynamodb).name
        return self.tables[logical_id]

    def put_events(self, Entries: list[dict[str, str]]) -> dict[str, Any]:
        for e in Entries:
            event = {"source": e["Source"], "detail-type": e["DetailType"]}
            self.said.append(event | {"detail": json.loads(e["Detail"])})
        return {"FailedEntryCount": 0, "Entries": [{} for _ in Entries]}

    def send_message(self, QueueUrl: str, MessageBody: str, **_: str) -> None:
        self.queued.append((QueueUrl, MessageBody))

    def encrypt(self, Plaintext: bytes, EncryptionContext: Any, **_: str) -> dict[str, bytes]:
        """What lies under it is not to be read from it, nor opened for another purpose."""
        self.sealed.append((Plaintext, EncryptionContext))
        return {"CiphertextBlob": b"under seal %d" % (len(self.sealed) - 1)}

    def decrypt(self, CiphertextBlob: bytes, EncryptionContext: Any, **_: str) -> dict[str, bytes]:
        plain, sealed_for = self.sealed[int(CiphertextBlob.rpartition(b" ")[2])]
        assert sealed_for == EncryptionContext
        return {"Plaintext": plain}

    def send_email(self, **mail: Any) -> dict[str, str]:
        if self.ses_refuses:
            self.refused.append(mail)
            refused: Any = {"Error": {"Code": "MessageRejected", "Message": "not verified"}}
            raise ClientError(refused, "SendEmail")
        self.mails.append(mail)
        return {"MessageId": str(len(self.mails))}

    def get_secret_value(self, SecretId: str, VersionStage: str = CURRENT) -> dict[str, str]:
        if VersionStage != CURRENT:
            missing: Any = {"Error": {"Code": NOTHING_THERE, "Message": VersionStage}}
            raise ClientError(missing, "GetSecretValue")
        return {"SecretString": f"the secret called {SecretId}"}

    def new_records(self, table: str) -> list[dict[str, Any]]:
        """What was inserted since, as its stream shows it. An outbox item is never changed."""
        records = []
        for item in self.dynamodb.scan(TableName=table)["Items"]:
            key: Any = {name: item[name] for name in (keys.PARTITION, keys.SORT)}
            if (name := json.dumps(key, sort_keys=True)) not in self.streamed:
                self.streamed.add(name)
                records.append(_record(key, item))
        return records


def _record(key: dict[str, Any], item: Any) -> dict[str, Any]:
    shown = {"Keys": key, "NewImage": item, "SequenceNumber": key[keys.PARTITION]["S"]}
    return {"eventSource": "aws:dynamodb", "eventName": "INSERT", "dynamodb": shown}
