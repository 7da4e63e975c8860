import time

import pytest

from tests.support.fakes.memory import Memory
from tests.support.stores import Stores, in_memory


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def stores(memory: Memory) -> Stores:
    return in_memory(memory)


@pytest.fixture(autouse=True)
def _nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two tries there is nothing to wait for here."""
    monkeypatch.setattr(time, "sleep", lambda _: None)
