"""What the program refuses, as the CDK CLI shows it."""

from pathlib import Path

import pytest

from infra.ops.cdk import cdk
from infra.ops.refusal import RefusedError


def test_what_the_program_refuses_is_shown_and_refused(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with pytest.raises(RefusedError, match="`cdk list` failed; the lines above say why"):
        cdk("list", "--output", str(tmp_path / "cdk.out"), context={"stage": "moon"})
    assert "stage is one of local, dev, prod, not moon" in capfd.readouterr().err
