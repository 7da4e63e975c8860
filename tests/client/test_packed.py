"""`pip install career-relay[client]`: what it brings."""

import subprocess
import sys
import tomllib
from email import message_from_string
from pathlib import Path
from zipfile import ZipFile

import pytest

from infra.local.place import ROOT
from tests.support.client import PACKAGE, files

pytestmark = pytest.mark.xdist_group("wheel")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [made] = folder.iterdir()
    return ZipFile(made)


def test_the_wheel_has_the_client_beside_the_command(wheel: ZipFile) -> None:
    tops = {Path(name).parts[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith("-info")} == {"shared", "career_relay_client"}
    assert {f"career_relay_client/{name}" for name in files(PACKAGE)} <= set(wheel.namelist())


def test_the_extra_brings_what_the_client_needs_in_the_versions_tested_here(wheel: ZipFile) -> None:
    [name] = [name for name in wheel.namelist() if name.endswith("METADATA")]
    metadata = message_from_string(wheel.read(name).decode())
    needed = [
        line.split(";")[0].strip()
        for line in metadata.get_all("Requires-Dist", [])
        if "extra == 'client'" in line
    ]
    locked = (ROOT / "dev.lock").read_text(encoding="utf-8").split()
    assert {one.split("==")[0] for one in needed} == {"attrs", "httpx", "standardwebhooks"}
    assert set(needed) <= set(locked)


def test_no_lambda_gets_what_the_client_needs() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert not set(told["optional-dependencies"]["client"]) & set(told["dependencies"])
