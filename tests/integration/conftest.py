from typing import TYPE_CHECKING

import pytest

from shared.table.commit import Table
from tests.support.fakes.memory import Memory
from tests.support.files_desk import Desk, desk_on
from tests.support.stores import Stores, in_memory, on_table
from tests.support.table import client, fresh_table

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


@pytest.fixture(scope="session")
def dynamodb() -> "DynamoDBClient":
    return client()


@pytest.fixture
def table(dynamodb: "DynamoDBClient") -> Table:
    return fresh_table(dynamodb)


@pytest.fixture(params=["memory", "table"])
def stores(request: pytest.FixtureRequest) -> Stores:
    """Two keepers of the same promises."""
    if request.param == "memory":
        return in_memory(Memory())
    return on_table(request.getfixturevalue("table"))


@pytest.fixture
def desk(table: Table, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return desk_on(table, monkeypatch)
