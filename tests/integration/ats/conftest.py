import io

import pytest

from shared.observe import logger
from shared.table.commit import Table
from tests.support.vendors_post import Post


@pytest.fixture
def post(table: Table, monkeypatch: pytest.MonkeyPatch) -> Post:
    return Post(table, monkeypatch)


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What is logged; metrics go to the standard output."""
    written = io.StringIO()
    monkeypatch.setattr(logger.registered_handler, "stream", written)
    return written
