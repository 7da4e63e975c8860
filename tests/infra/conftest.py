import pytest

from tests.infra.reading import Template, read, read_all


@pytest.fixture(params=["dev", "prod"])
def shipped(request: pytest.FixtureRequest) -> Template:
    """What goes to AWS."""
    return read(request.param)


@pytest.fixture(params=["dev", "prod"])
def stacks(request: pytest.FixtureRequest) -> list[Template]:
    """All that goes to AWS: every stack of a stage."""
    return read_all(request.param)


@pytest.fixture
def dev() -> Template:
    return read("dev")
