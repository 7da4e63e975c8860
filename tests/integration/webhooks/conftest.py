import pytest

from shared.table.commit import Table
from tests.support.webhooking import Webhooks


@pytest.fixture
def hooks(table: Table) -> Webhooks:
    return Webhooks(table)
