"""The console over a table, with somebody at a company who asks it."""

from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

import pytest

import functions.console
from shared import acts, connecting, rooms, signed_acts, signed_in
from shared.domain.ids import CompanyId
from shared.domain.seat import CompanyRole
from shared.table.commit import Table
from tests.support.builders import ACME
from tests.support.sat import Sat, sat
from tests.support.wired import wire

PACKAGE = functions.console.__path__
MODULES: Sequence[ModuleType] = (
    *(import_module(f"functions.console.{name}") for _, name, _ in iter_modules(PACKAGE)),
    *(acts, connecting, rooms, signed_acts, signed_in),
)


class Console(Sat):
    """Of a person who is told by name."""

    def __init__(
        self,
        table: Table,
        role: CompanyRole = CompanyRole.OWNER,
        company_id: CompanyId = ACME,
        name: str = "hana",
    ) -> None:
        made = sat(table, role, company_id, person=f"person-{name}")
        super().__init__(made.person, made.token)


def console(monkeypatch: pytest.MonkeyPatch, table: Table, **who: Any) -> Console:
    wire(monkeypatch, table, *MODULES)
    return Console(table, **who)
