"""The agency's desk over a real table: its own handlers, asked by people with keys of theirs."""

import json
from dataclasses import dataclass
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType
from typing import Any, Final
from urllib.parse import parse_qsl

import pytest

import functions.agency
import functions.place
from functions.agency import handler
from functions.place import handler as place
from shared import acts, rooms, signed_acts, signed_in
from shared.domain.access import SCOPES_OF, Caller
from shared.domain.member import Role
from shared.domain.seat import Kind, Seat
from shared.mint import key_digest
from shared.table.commit import Table
from tests.support.asking import CONTEXT, asked
from tests.support.builders import PEPPER
from tests.support.gateway import function_of
from tests.support.sitting import Cookie, sitting
from tests.support.stores import Stores, on_table
from tests.support.wired import wire

HANAKO, TARO, ADA = "cra_hanako", "cra_taro", "cra_ada"
"""Keys: two managers and an adviser."""
ROLES: Final = {HANAKO: Role.MANAGER, TARO: Role.MANAGER, ADA: Role.ADVISER}
PACKAGES: Final = (functions.agency, functions.place)
WIRED: Final[tuple[ModuleType, ...]] = (
    *(
        import_module(name)
        for package in PACKAGES
        for _, name, _ in walk_packages(package.__path__, f"{package.__name__}.")
    ),
    *(acts, signed_acts, signed_in, rooms),
)
HANDLERS: Final = {"agency": handler, "place": place}


@dataclass(frozen=True)
class Desk:
    table: Table

    @property
    def stores(self) -> Stores:
        return on_table(self.table)

    def key_of(self, key: str, person: str, role: Role) -> None:
        caller = Caller(
            f"key_{key}", "agency", frozenset(SCOPES_OF[role]), member=PEPPER.person(person)
        )
        self.stores.api_keys.add(key_digest(key), caller)

    def program(self, key: str) -> None:
        """A manager's key that belongs to nobody."""
        caller = Caller(f"key_{key}", "agency", frozenset(SCOPES_OF[Role.MANAGER]))
        self.stores.api_keys.add(key_digest(key), caller)

    def asks(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        by: str = HANAKO,
        once: str = "",
        query: dict[str, str] | None = None,
    ) -> tuple[int, Any]:
        """Status and answer."""
        headers = {"authorization": f"Bearer {by}"} | ({"idempotency-key": once} if once else {})
        event = asked(method, f"/v1/agency{path}", body, headers, query)
        said = HANDLERS[function_of(method, event["rawPath"])].handle(event, CONTEXT)
        return said["statusCode"], json.loads(said["body"])

    def posts(self, path: str, body: Any = None, *, by: str = HANAKO, once: str = "") -> Any:
        status, answer = self.asks("POST", path, body, by=by, once=once)
        assert status in (200, 201), answer
        return answer

    def knows(self, path: str, **query: str) -> Any:
        status, answer = self.asks("GET", path, query=query)
        assert status == 200, answer
        return answer


def desk_over(table: Table, monkeypatch: pytest.MonkeyPatch) -> Desk:
    wire(monkeypatch, table, *WIRED)
    desk = Desk(table)
    for key, role in ROLES.items():
        desk.key_of(key, f"{key}@agency.example", role)
    return desk


@dataclass(frozen=True)
class AtDesk(Cookie):
    """A member of the agency before a browser."""

    def reads(self, path: str) -> tuple[int, str]:
        """Status, and the page or where it leads."""
        plain, _, said = path.partition("?")
        query = dict(parse_qsl(said))
        return self._said(self.gets(plain, **query))

    def sends(self, path: str, **form: str) -> tuple[int, str]:
        return self._said(self.posts(path, None, **form))

    def _said(self, event: dict[str, Any]) -> tuple[int, str]:
        method = event["requestContext"]["http"]["method"]
        said = HANDLERS[function_of(method, event["rawPath"])].handle(event, CONTEXT)
        return said["statusCode"], said["headers"].get("Location") or said["body"]


def at_desk(table: Table, role: Role = Role.ADVISER, person: str = "") -> AtDesk:
    seat = Seat(Kind.AGENCY, "agency", role)
    found = sitting(table, seat, person or f"{role}@agency.example")
    return AtDesk(found.person, found.token)
