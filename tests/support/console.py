"""The console over a table, asked in the seat of somebody at a company."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import ModuleType
from typing import Any
from urllib.parse import urlencode

import pytest

from functions.console import handler, home, link, links, papers, profile, room, voids
from shared import acts, mint, signed_acts, signed_in
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.seat import CompanyRole, Kind, Seat
from shared.domain.session import opened
from shared.table.commit import Table
from shared.table.sessions import Sessions
from tests.support.asking import CONTEXT, asked
from tests.support.builders import ACME, PEPPER
from tests.support.wired import wire

MODULES: Sequence[ModuleType] = (
    *(home, link, links, papers, profile, room, voids),
    *(acts, signed_acts, signed_in),
)


@dataclass
class Console:
    """One person's browser."""

    table: Table
    role: CompanyRole = CompanyRole.OWNER
    company_id: CompanyId = ACME
    name: str = "hana"
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        seat = Seat(Kind.COMPANY, self.company_id, self.role)
        self.digest = mint.key_digest(self.name)
        person = PersonKey(f"person-{self.name}")
        Sessions(self.table).open(opened(self.digest, person, (seat,), "ja", datetime.now(UTC)))

    def get(self, path: str, **query: str) -> dict[str, Any]:
        return self._ask(asked("GET", path, query=query or None))

    def post(self, path: str, **fields: str) -> dict[str, Any]:
        return self.send(path, PEPPER.form_word(self.digest), fields)

    def send(self, path: str, form_word: str, fields: Mapping[str, str]) -> dict[str, Any]:
        body = urlencode({**fields, "form": form_word})
        kind = {"content-type": "application/x-www-form-urlencoded"}
        return self._ask(asked("POST", path, body, headers=kind))

    def _ask(self, event: dict[str, Any]) -> dict[str, Any]:
        event["cookies"] = [f"{signed_in.COOKIE}=person-{self.name}.{self.name}"]
        event["headers"] = {"accept": "text/html", **event["headers"]}
        answer: dict[str, Any] = handler.handle(event, CONTEXT)
        return answer


def console(monkeypatch: pytest.MonkeyPatch, table: Table, **who: Any) -> Console:
    wire(monkeypatch, table, *MODULES)
    return Console(table, **who)
