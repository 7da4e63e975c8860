"""Vendors' webhooks through both functions, over a table of a test's."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest

from functions.ats import handler as door
from functions.receive import handler as reader
from shared import clock
from shared.ats.sampled import samples
from shared.ats.signing import SIGNS, Signed
from shared.company.links import doorway_of
from shared.domain.connection import PURPOSE, Connection, Provider
from shared.domain.errors import Unavailable
from shared.domain.ids import CompanyId, ConnectionId, LinkId
from shared.domain.link import Link
from shared.domain.listed import Listed
from shared.domain.sealed import Sealed
from shared.memory import RememberedSecrets
from shared.table.commit import Table
from shared.table.connections import Connections
from shared.table.hearings import Hearings
from shared.table.links import Links
from tests.support.acts import let_in
from tests.support.asking import CONTEXT, asked
from tests.support.builders import ACME, a_company, a_link
from tests.support.sealing import Seal
from tests.support.stores import on_table
from tests.support.wired import wire

NOW = datetime.fromisoformat("2026-04-01T03:00:00Z")
SECRET = "whsec_bmV3LXNlY3JldC1uZXctc2VjcmV0LTAxMjM0"
OLD = "whsec_b2xkLXNlY3JldC1vbGQtc2VjcmV0LTAxMjM0"
OTHER = "whsec_b3RoZXItc2VjcmV0LW90aGVyLXNlY3JldA=="


@dataclass
class Queue:
    """In memory. `down`: how many messages it does not take."""

    messages: list[str] = field(default_factory=list)
    down: int = 0

    def leave(self, message: str) -> None:
        if self.down:
            self.down -= 1
            raise Unavailable("the queue does not answer")
        self.messages.append(message)


@dataclass
class Post:
    table: Table
    monkeypatch: pytest.MonkeyPatch
    queue: Queue = field(default_factory=Queue)
    now: datetime = NOW
    numbers: Any = field(default_factory=count)
    known: dict[str, Connection] = field(default_factory=dict)

    def __post_init__(self) -> None:
        wire(self.monkeypatch, self.table, door, reader)
        held = RememberedSecrets(Seal(), PURPOSE)
        self.monkeypatch.setattr(door, "secrets", lambda: held)
        self.monkeypatch.setattr(reader, "sealed", Seal)
        self.monkeypatch.setattr(door, "received", lambda: self.queue)
        self.monkeypatch.setattr(clock, "now", lambda: self.now)
        reader.desk.cache_clear()
        let_in(on_table(self.table))

    def connect(self, provider: str, *secrets: str, company_id: CompanyId = ACME) -> Connection:
        """Signed with `SECRET`, or the older one."""
        number = next(self.numbers)
        name, link = ConnectionId(f"ats_{provider}{number}"), self._link(provider, number)
        held = [Sealed(Seal().seal(one, PURPOSE, name)) for one in secrets or (SECRET, OLD)]
        connection = Connection(
            name,
            company_id,
            Provider(provider),
            f"{provider}",
            link.link_id,
            NOW - timedelta(days=1),
            signing=tuple(held),
        )
        doorway = doorway_of(link, a_company(company_id))
        Connections(self.table).add(connection, link, doorway)
        return connection

    def of(self, provider: str) -> Connection:
        """The same one whenever it is asked for."""
        if provider not in self.known:
            self.known[provider] = self.connect(provider)
        return self.known[provider]

    def _link(self, provider: str, number: int) -> Link:
        return a_link(f"link{number}", channel="ats", link_id=LinkId(f"lnk_{provider}{number}"))

    def signed(
        self, vendor: str, raw: bytes, secret: str = SECRET, message: str | None = None
    ) -> Signed:
        return SIGNS[vendor](raw, secret, self.now, message or f"m-{next(self.numbers)}")

    def sample(self, vendor: str, name: str) -> Signed:
        return self.signed(vendor, samples(vendor)[name])

    def post(
        self,
        sent: Signed,
        connection: Connection,
        *,
        provider: str | None = None,
        encoded: bool = False,
        headers: Mapping[str, str] | None = None,
        method: str = "POST",
    ) -> dict[str, Any]:
        """As API Gateway hands it over: names of headers in lower case."""
        path = f"/ats/{provider or connection.provider}/{connection.connection_id}"
        said = sent.headers if headers is None else headers
        body = base64.b64encode(sent.raw).decode() if encoded else sent.raw.decode("utf-8")
        told = {name.lower(): value for name, value in said.items()}
        event = asked(method, path, body, told)
        reply: dict[str, Any] = door.handle(event | {"isBase64Encoded": encoded}, CONTEXT)
        return reply

    def read(self) -> list[str]:
        """All that is queued, in batches of ten; the ids of those that failed."""
        failed: list[str] = []
        messages, self.queue.messages = self.queue.messages, []
        for first in range(0, len(messages), 10):
            failed += self.read_these(messages[first : first + 10])
        return failed

    def read_these(self, messages: list[str]) -> list[str]:
        records = [
            {"messageId": str(n), "body": body, "attributes": {}, "eventSource": "aws:sqs"}
            for n, body in enumerate(messages)
        ]
        said: Any = reader.handle({"Records": records}, CONTEXT)
        return [one["itemIdentifier"] for one in said["batchItemFailures"]]

    def deliver(self, vendor: str, name: str, connection: Connection) -> dict[str, Any]:
        reply = self.post(self.sample(vendor, name), connection)
        assert self.read() == []
        return reply

    def listed(self, connection: Connection) -> list[Listed]:
        """The newest first."""
        found, _ = Hearings(self.table).page(connection.connection_id, limit=300, after=None)
        return list(found)

    def applications(self, connection: Connection) -> list[dict[str, Any]]:
        partition = f"CONNECTION#{connection.connection_id}"
        return list(self.table.all_of(partition, "APPLICATION#"))

    def doorways(self, connection: Connection) -> dict[str, str]:
        """State by slug, of those that applications have."""
        slugs = [a["slug"] for a in self.applications(connection) if a.get("slug")]
        return {slug: Links(self.table).open(slug).state for slug in slugs}

    def everything(self) -> list[dict[str, Any]]:
        """Every item there is, as DynamoDB keeps it."""
        pages = self.table.client.get_paginator("scan").paginate(TableName=self.table.name)
        return [dict(item) for page in pages for item in page["Items"]]


def body_of(reply: dict[str, Any]) -> Any:
    return json.loads(reply["body"])
