import sys
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

import pytest

import functions.manage.handler as manage
from shared import acts
from shared.domain.access import COMPANY_SCOPES, Caller
from shared.mint import key_digest
from tests.support import wired
from tests.support.acts import let_in
from tests.support.builders import ACME, a_doorway, a_link
from tests.support.over_http import over_http
from tests.support.stores import Stores, on_table
from tests.support.table import client, fresh_table

KEY = "crk_test_examples"


@dataclass(frozen=True)
class Here:
    url: str
    stores: Stores
    key: str = KEY


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[Here]:
    """A company that takes part, its program's key, and the API over HTTP."""
    table = fresh_table(client())
    wired.wire(monkeypatch, table, *_routes(), acts)
    stores = on_table(table)
    let_in(stores)
    stores.links.add(a_link(), a_doorway())
    stores.api_keys.add(
        key_digest(KEY), Caller("key_x", "company", frozenset(COMPANY_SCOPES), ACME)
    )
    with over_http(manage.handle) as url:
        yield Here(url, stores)


def _routes() -> list[ModuleType]:
    return [found for name, found in sys.modules.items() if name.startswith("functions.manage.")]
