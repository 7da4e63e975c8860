import pytest

from tests.support.assembly import template
from tests.support.cloud.cloud import Cloud
from tests.support.cloud.template import Wiring
from tests.support.cloud.town import Town


@pytest.fixture(scope="session")
def wiring() -> Wiring:
    return Wiring(template("local")["Resources"])


@pytest.fixture
def town(wiring: Wiring) -> Town:
    return Town(Cloud(wiring))
