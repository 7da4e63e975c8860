"""What a file's rows ask of DynamoDB: one transaction each, and a hundredth of a few reads."""

from collections import Counter

import pytest

from functions.import_csv import handler
from shared.file_import.chunk import AT_ONCE
from tests.support.asking import CONTEXT, queued
from tests.support.counting import Counted
from tests.support.file_imports import Importing, a_file, a_row, importing
from tests.support.table import fresh_table

ROWS = 250


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def company(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Importing:
    return importing(fresh_table(counted.client), monkeypatch)


def asked_by(company: Importing, counted: Counted, content: bytes) -> Counter[str]:
    name = company.confirmed(content)
    [waits] = company.waiting()
    counted.since()
    assert handler.handle(queued(waits), CONTEXT) == {"batchItemFailures": []}
    found = Counter(counted.since())
    assert company.state(name)["state"] == "done"
    return found


def test_a_row_is_one_transaction_and_once_more_it_is_none(
    company: Importing, counted: Counted
) -> None:
    content = a_file(*(a_row(f"A-{n}") for n in range(ROWS)))
    chunks = -(-ROWS // AT_ONCE)
    first = asked_by(company, counted, content)
    assert first["TransactWriteItems"] == ROWS + 1
    assert first["TransactGetItems"] == 3 * chunks  # what is kept, the link; then each link's slug
    assert first.total() - first["TransactWriteItems"] - first["TransactGetItems"] == 2
    again = asked_by(company, counted, content)
    assert again == {"TransactWriteItems": 1, "TransactGetItems": 2 * chunks, "GetItem": 2}
