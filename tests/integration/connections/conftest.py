"""/v1/ats-connections on a real table: seals anybody reads, and no vendor."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from functions.manage import ats_connections, handler
from shared import acts, connecting
from shared.connectors.trying import Tried
from shared.domain.access import Caller
from shared.domain.ids import CompanyId
from shared.mint import key_digest
from shared.table import keys
from shared.table.api_keys import ApiKeys
from shared.table.commit import Table
from tests.support.acts import let_in
from tests.support.asking import CONTEXT, asked
from tests.support.builders import ACME, BOLT
from tests.support.counting import Counted
from tests.support.stores import on_table
from tests.support.table import fresh_table
from tests.support.wired import wire

MODULES = (handler, ats_connections, acts, connecting)


@dataclass(frozen=True)
class Program:
    """One company's, with a key."""

    table: Table
    key: str

    def says(
        self, method: str, path: str, body: Any = None, **headers: str
    ) -> tuple[int, dict[str, Any]]:
        path, _, query = path.partition("?")
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        told["authorization"] = f"Bearer {self.key}"
        read = dict(pair.split("=", 1) for pair in query.split("&") if pair) or None
        said = handler.handle(asked(method, path, body, told, read), CONTEXT)
        return said["statusCode"], json.loads(said.get("body") or "{}")

    def log(self) -> list[tuple[str, str, dict[str, str]]]:
        items = self.table.all_of(keys.of_company(ACME), keys.AUDIT_PREFIX)
        return [(item["what"], item["about"], item["told"]) for item in items]

    def everything(self) -> list[dict[str, Any]]:
        """Every item there is, but for who asked when, and what they were answered."""
        found = self.table.client.scan(TableName=self.table.name)["Items"]
        told = ("ANSWER#", "KEY#")
        return [item for item in found if not item[keys.PARTITION]["S"].startswith(told)]

    def of(self, scopes: tuple[str, ...], company_id: CompanyId = ACME) -> "Program":
        name = f"{company_id}_{'_'.join(scopes)}"
        caller = Caller(f"key_{name}", "company", frozenset(scopes), company_id)
        ApiKeys(self.table).add(key_digest(f"crk_test_{name}"), caller)
        return Program(self.table, f"crk_test_{name}")


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def answers() -> dict[str, Tried]:
    """What a vendor answers, by the key it is asked with; where none is said: all is well."""
    return {}


@pytest.fixture
def program(
    counted: Counted, answers: Mapping[str, Tried], monkeypatch: pytest.MonkeyPatch
) -> Program:
    """Acme's, with a key that may connect ATSs."""
    table = fresh_table(counted.client)
    wire(monkeypatch, table, *MODULES)
    monkeypatch.setattr(connecting, "tried", lambda _, access, *more: answers.get(access, Tried(7)))
    for company_id in (ACME, BOLT):
        let_in(on_table(table), company_id)
    return Program(table, "").of(("ats:write",))
