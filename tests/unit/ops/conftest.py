from pathlib import Path

import pytest

from tests.unit.ops.readied import Doer
from tests.unit.ops.stubbed import Stubbed


@pytest.fixture
def cloud() -> Stubbed:
    return Stubbed()


@pytest.fixture
def dev(cloud: Stubbed, tmp_path: Path) -> Doer:
    return Doer(cloud, tmp_path)


@pytest.fixture
def prod(cloud: Stubbed, tmp_path: Path) -> Doer:
    return Doer(cloud, tmp_path, "prod")
