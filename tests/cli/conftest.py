import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.account import Account, account


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Account]:
    """Nothing the person's shell says of AWS is heard."""
    for name in [name for name in os.environ if name.startswith(("AWS_", "CDK_"))]:
        monkeypatch.delenv(name)
    with account(tmp_path) as made:
        yield made
