"""What we publish is what the code says."""

from pathlib import Path

import pytest

from tests.support.schemas import DOCS, published


@pytest.mark.parametrize(("path", "text"), list(published()), ids=lambda v: getattr(v, "name", ""))
def test_a_published_schema_is_the_one_the_code_has(path: Path, text: str) -> None:
    assert path.read_text(encoding="utf-8") == text, "run `make schemas` and look at the change"


def test_no_event_is_published_that_the_code_does_not_have() -> None:
    known = {path.name for path, _ in published()}
    assert {path.name for path in (DOCS / "events").iterdir()} <= known
