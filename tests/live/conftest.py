"""One relay for all the tests that leave it standing; those that kill start their own."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.support.live import Live, free_port, relay
from tests.support.person import Person

NUMBERS = count(1)


@pytest.hookimpl(tryfirst=True)  # before xdist reads them
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker runs these one after another: two cores carry one engine at a time."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.live)
            item.add_marker(pytest.mark.xdist_group("live"))


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    with relay(tmp_path_factory.mktemp("relay"), free_port()) as running:
        yield running


@pytest.fixture
def somebody(live: Live) -> Person:
    return next_person(live)


def next_person(live: Live) -> Person:
    """Somebody nobody has met: nobody counts twice in a year."""
    return live.person(next(NUMBERS))
