"""An operator reads what an act says, and nothing of the tools below it."""

import os
import subprocess
import sys

from infra.sources import ROOT

SILENCE = "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION"


def test_an_act_starts_without_a_word_of_how_old_node_is() -> None:
    """Where Node is no version that ended, nobody had anything to say."""
    told = {name: value for name, value in os.environ.items() if name != SILENCE}
    asked = [sys.executable, "-m", "infra.ops", "key", "--help"]
    done = subprocess.run(
        asked, cwd=ROOT, env=told, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.startswith("usage:")
    assert done.stderr == ""
