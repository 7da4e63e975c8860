"""One canary a fix: it fails when the published engine does what the fix makes it do."""

import json
import pkgutil
import subprocess
import sys

import pytest

from infra.local import fixes
from infra.local.place import ROOT

pytestmark = pytest.mark.xdist_group("canaries")  # what they share is made once
PARTS = {"batch"}  # of the fix `streams`
FIXES = sorted(m.name for m in pkgutil.iter_modules(fixes.__path__) if m.name not in PARTS)


@pytest.fixture(scope="module")
def needed() -> dict[str, bool]:
    """By fix; asked in a process of its own, where nothing is mended."""
    asked = [sys.executable, "-m", "tests.support.pristine"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert told.returncode == 0, told.stderr
    found: dict[str, bool] = json.loads(told.stdout.splitlines()[-1])
    return found


def test_every_fix_has_a_canary_and_every_canary_a_fix(needed: dict[str, bool]) -> None:
    assert sorted(needed) == FIXES


@pytest.mark.parametrize("fix", FIXES)
def test_the_published_engine_still_needs(fix: str, needed: dict[str, bool]) -> None:
    assert needed[fix], f"infra/local/fixes/{fix}.py mends nothing any more: delete it"
