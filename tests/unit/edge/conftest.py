import pytest

from shared import edge
from shared.edge import Lock
from tests.support.asking import ORIGIN


@pytest.fixture(autouse=True)
def lock(monkeypatch: pytest.MonkeyPatch) -> Lock:
    """Of an origin whose edge says what tests/support/asking writes."""
    made = Lock({"AWSCURRENT": ORIGIN}.get)
    monkeypatch.setattr(edge, "lock", lambda: made)
    return made
