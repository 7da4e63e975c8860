import pytest

from shared.table.commit import Table
from tests.support.desk import Desk, desk_over


@pytest.fixture
def desk(table: Table, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return desk_over(table, monkeypatch)
