"""A company whose ATS has no API: its connection, a bucket in this process, and who reads."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import uuid4

import pytest
from botocore.config import Config

import functions.import_csv.handler as reader
import functions.manage.handler as manage
from functions.console import csv_columns, csv_file, csv_import, csv_plan
from functions.manage import imports
from infra.local.aws import session
from infra.local.environment import REGION
from shared import acts
from shared.aws.import_files import ImportFiles
from shared.contracts.events import ImportWaits
from shared.domain.access import COMPANY_SCOPES, Caller
from shared.domain.connection import Connection, Provider
from shared.domain.ids import CompanyId, ConnectionId, ImportId
from shared.domain.import_places import INCOMING
from shared.mint import key_digest
from shared.table import keys
from shared.table.codec import decode
from shared.table.commit import Table
from shared.table.connections import Connections
from tests.support import wired
from tests.support.acts import let_in
from tests.support.asking import CONTEXT, asked, queued
from tests.support.builders import ACME, NOON, a_doorway, a_link
from tests.support.console import MODULES
from tests.support.in_process import answered
from tests.support.stores import on_table

CSV: Final = ConnectionId("ats_acme")
HERE: Final = "http://127.0.0.1:4566"
KEY: Final = {"authorization": "Bearer crk_test_key"}
NAMES: Final = ("応募ID", "氏名", "メールアドレス", "選考ステップ", "選考結果", "不合格日")
COLUMNS: Final = {
    "reference": "応募ID",
    "result": "選考結果",
    "stage": "選考ステップ",
    "day": "不合格日",
}
PERSONAL: Final = ("山田", "hanako", "example.jp")
"""What stands in every row, and nowhere after."""


def a_row(
    reference: str = "A-001", result: str = "不合格", day: str = "", step: str = "一次面接"
) -> tuple[str, ...]:
    return reference, "山田 花子", "hanako@example.jp", step, result, day


def a_file(*rows: Sequence[str], names: Sequence[str] = NAMES, encoding: str = "utf-8") -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written).writerows([names, *rows])
    return written.getvalue().encode(encoding)


def a_bucket() -> ImportFiles:
    config = Config(signature_version="s3v4", s3={"addressing_style": "virtual"})
    client = session().client("s3", config=config, endpoint_url=HERE)
    client.meta.events.register("before-send.s3", answered)
    name = f"imports-{uuid4().hex}"
    client.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    return ImportFiles(name, client)


def connect(
    table: Table,
    connection_id: ConnectionId = CSV,
    company_id: CompanyId = ACME,
    provider: Provider = Provider.CSV,
) -> Connection:
    """With the link its candidates count under."""
    slug = f"{connection_id}-link"
    made, door = a_link(slug, company_id, channel="ats"), a_doorway(slug, company_id)
    named = connection_id, company_id, provider, "HRMOS", made.link_id
    connection = Connection(*named, NOON)
    Connections(table).add(connection, made, door)
    return connection


@dataclass
class Importing:
    """A program of the company's, and the function that reads."""

    table: Table
    files: ImportFiles

    def asks(self, method: str, path: str, body: Any = None, **headers: str) -> dict[str, Any]:
        where = f"/v1/ats-connections/{CSV}/import{path}"
        event = asked(method, where, body, {**KEY, **headers})
        reply: dict[str, Any] = manage.handle(event, CONTEXT)
        return reply

    def begins(self) -> ImportId:
        reply = self.asks("POST", "")
        assert reply["statusCode"] == 201, reply["body"]
        return ImportId(json.loads(reply["body"])["import_id"])

    def sends(self, content: bytes) -> ImportId:
        """A file on its way in, as the form puts it there."""
        name = self.begins()
        self.files.keep(INCOMING, CSV, name, content)
        return name

    def says(self, reply: dict[str, Any], status: int = 200) -> dict[str, Any]:
        assert reply["statusCode"] == status, reply["body"]
        said: dict[str, Any] = json.loads(reply["body"])
        return said

    def tries(self, name: ImportId, **said: Any) -> dict[str, Any]:
        body = {"columns": COLUMNS, **said}
        return self.says(self.asks("POST", f"/{name}/dry-run", body))

    def confirms(self, name: ImportId, digest: str) -> dict[str, Any]:
        return self.says(self.asks("POST", f"/{name}/confirm", {"digest": digest}), 202)

    def confirmed(self, content: bytes, **said: Any) -> ImportId:
        name = self.sends(content)
        self.confirms(name, self.tries(name, **said)["digest"])
        return name

    def imports(self, content: bytes, **said: Any) -> ImportId:
        """All the way."""
        name = self.confirmed(content, **said)
        self.reads_on()
        return name

    def reads_on(self) -> None:
        """Whatever was said and not read yet, as often as it is said."""
        while waiting := self.waiting():
            assert reader.handle(queued(*waiting), CONTEXT) == {"batchItemFailures": []}

    def waiting(self) -> list[ImportWaits]:
        """Facts of the outbox, each handed over once."""
        found = [i for i in self.items() if i.get("detail_type") == "ImportWaits"]
        for item in found:
            self.table.client.delete_item(
                TableName=self.table.name,
                Key={"pk": {"S": item["pk"]}, "sk": {"S": item["sk"]}},
            )
        return [ImportWaits.model_validate_json(item["detail"]) for item in found]

    def state(self, name: ImportId) -> dict[str, Any]:
        return self.says(self.asks("GET", f"/{name}"))

    def items(self) -> list[dict[str, Any]]:
        pages = self.table.client.get_paginator("scan").paginate(TableName=self.table.name)
        return [decode(item) for page in pages for item in page["Items"]]

    def applications(self) -> list[dict[str, Any]]:
        return [*self.table.all_of(keys.of_connection(CSV), "APPLICATION#")]

    def doorways(self) -> list[dict[str, Any]]:
        mine = {one["slug"] for one in self.applications() if one.get("slug")}
        return [item for item in self.items() if item["sk"] == "SLUG" and item["slug"] in mine]

    def objects(self) -> set[str]:
        held = self.files.client.list_objects_v2(Bucket=self.files.bucket)
        return {each["Key"] for each in held.get("Contents", [])}


def importing(table: Table, monkeypatch: pytest.MonkeyPatch) -> Importing:
    wired.wire(monkeypatch, table, manage, imports, acts, reader, *MODULES)
    files = a_bucket()
    for module in (imports, reader, csv_file, csv_import, csv_columns, csv_plan):
        monkeypatch.setattr(module, "files", lambda: files)
    stores = on_table(table)
    let_in(stores)
    caller = Caller("key_1", "company", frozenset(COMPANY_SCOPES), ACME)
    stores.api_keys.add(key_digest("crk_test_key"), caller)
    connect(table)
    return Importing(table, files)
