import pytest

from tests.infra.reading import Template, read


@pytest.fixture(params=["dev", "prod"])
def shipped(request: pytest.FixtureRequest) -> Template:
    """What goes to AWS."""
    return read(request.param)


@pytest.fixture
def dev() -> Template:
    return read("dev")
