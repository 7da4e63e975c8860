"""Every right of every function is used, and something stops working without it."""

import subprocess
import sys

import pytest

from infra.local.place import ROOT

HOT = {"click", "register", "count", "grant", "seal", "notify"}
LONGEST_S = 800


@pytest.mark.live
@pytest.mark.xdist_group("rights")
@pytest.mark.timeout(LONGEST_S + 20)
def test_something_stops_working_without_any_right() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.iam"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    taken = [line.split() for line in done.stdout.splitlines() if " -> " in line]
    exercised = {verb for verb, action, *_ in taken if action == "dynamodb:UpdateItem"}
    assert exercised >= HOT
    assert ["publish", "events:PutEvents"] in [words[:2] for words in taken]
