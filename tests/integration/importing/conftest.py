import pytest

from shared.table.commit import Table
from tests.support.file_imports import Importing, importing


@pytest.fixture
def company(table: Table, monkeypatch: pytest.MonkeyPatch) -> Importing:
    return importing(table, monkeypatch)
