"""Handlers over a table of a test's, told what they read from AWS elsewhere."""

from types import ModuleType
from typing import Any, Final

import pytest

from shared import edge, people
from shared.edge import Lock
from shared.table.clicks import Visits
from shared.table.commit import Table
from tests.support.asking import ORIGIN
from tests.support.builders import AGENCY, PEPPER, PROGRAMME
from tests.support.endpoints import FakeTickets
from tests.support.fakes.seals import FakeSeals

TOLD: Final[dict[str, Any]] = {
    "pepper": PEPPER,
    "programme": PROGRAMME,
    "sealed": FakeSeals(),
    "tickets": FakeTickets(),
}


def wire(monkeypatch: pytest.MonkeyPatch, table: Table, *modules: ModuleType) -> None:
    """Each module that asks for the table, the pepper or the programme gets these."""
    lock = Lock({"AWSCURRENT": ORIGIN}.get)
    monkeypatch.setattr(edge, "lock", lambda: lock)
    monkeypatch.setattr(people, "agency", lambda: AGENCY)
    for module in modules:
        for name, value in (TOLD | {"table": table, "visits": Visits(table)}).items():
            if hasattr(module, name):
                monkeypatch.setattr(module, name, lambda value=value: value)
