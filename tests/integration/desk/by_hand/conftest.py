import pytest

from shared.table.commit import Table
from tests.support.counting import Counted
from tests.support.table import fresh_table


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def table(counted: Counted) -> Table:
    return fresh_table(counted.client)
