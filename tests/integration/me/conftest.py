import pytest

from shared.table.commit import Table
from tests.support.own_page import Ada, ada_on


@pytest.fixture
def ada(table: Table, monkeypatch: pytest.MonkeyPatch) -> Ada:
    return ada_on(table, monkeypatch)
