"""/v1/webhook-endpoints on a real table: seals anybody reads, a queue that remembers."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest

from functions.manage import handler, webhook_deliveries, webhook_endpoints
from shared import acts
from shared.domain.access import Caller
from shared.domain.company import CompanyState
from shared.domain.ids import CompanyId
from shared.domain.once import Reply
from shared.table import keys
from shared.table.api_keys import ApiKeys
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.endpoints import Endpoints
from shared.table.messages import Messages
from tests.support.asking import CONTEXT, asked
from tests.support.builders import ACME, BOLT, a_company
from tests.support.counting import Counted
from tests.support.endpoints import FakeTickets
from tests.support.fakes.seals import FakeSeals
from tests.support.keys_used import used_today
from tests.support.table import fresh_table
from tests.support.wired import wire

NOW = datetime.now(UTC).replace(microsecond=0)
MODULES = (handler, webhook_endpoints, webhook_deliveries, acts)
BOTH = ("webhooks:read", "webhooks:write")


@dataclass(frozen=True)
class Program:
    """One company's, with a key."""

    table: Table
    tickets: FakeTickets
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
        of = keys.of_company(ACME)
        items = self.table.all_of(of, keys.AUDIT_PREFIX)
        return [(item["what"], item["about"], item["told"]) for item in items]

    @property
    def endpoints(self) -> Endpoints:
        return Endpoints(self.table)

    @property
    def messages(self) -> Messages:
        return Messages(self.table)

    def of(self, scopes: tuple[str, ...], company_id: CompanyId = ACME) -> "Program":
        key = f"crk_test_{company_id}_{'_'.join(scopes)}"
        caller = Caller(
            f"key_{company_id}_{'_'.join(scopes)}", "company", frozenset(scopes), company_id
        )
        used_today(ApiKeys(self.table), key, caller)
        return Program(self.table, self.tickets, key)


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def program(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Acme's, with a key that may all there is to do."""
    table, tickets = fresh_table(counted.client), FakeTickets()
    wire(monkeypatch, table, *MODULES)
    for module in (webhook_endpoints, webhook_deliveries):
        monkeypatch.setattr(module, "sealed", FakeSeals, raising=False)
        monkeypatch.setattr(module, "tickets", lambda: tickets, raising=False)
    for company_id in (ACME, BOLT):
        Companies(table).ask(a_company(company_id), "visitor", None, Reply(200, "{}"))
        change = table.change(keys.company(company_id), put={"state": CompanyState.ACTIVE})
        table.commit(change)
    return Program(table, tickets, "").of(BOTH)
