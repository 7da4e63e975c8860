"""How many lives `make test` and `make nightly` try: fewer would prove less, and say nothing."""

import os
import subprocess
import sys

import pytest

from infra.local.place import ROOT

ASKS = """
from hypothesis import settings
{load}
from tests.properties.test_life_of_credits import LifeOfCredits
of = LifeOfCredits.TestCase.settings
print(of.max_examples, of.stateful_step_count)
"""
NIGHTLY = "import tests.conftest; settings.load_profile('nightly')"


@pytest.mark.parametrize(
    ("load", "lives"), [("", "200 50"), (NIGHTLY, "2000 50")], ids=["make test", "make nightly"]
)
def test_so_many_lives_of_so_many_steps_are_tried(load: str, lives: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", ASKS.format(load=load)],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == lives.split()


def test_make_nightly_asks_for_that_profile() -> None:
    [recipe] = [
        line for line in (ROOT / "Makefile").read_text().splitlines() if "--hypothesis-" in line
    ]
    assert "tests/properties --hypothesis-profile nightly" in recipe
