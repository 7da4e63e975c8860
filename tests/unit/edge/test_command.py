"""The command as it is started: installed, as a module, and as the one file companies are given."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from shared.command.packed import packed
from tests.support.ledger_life import eventful, stated, written

ROOT = Path(__file__).resolve().parents[3]
GOOD = written(stated(eventful().statement()))
WAYS = ("installed", "module", "file")


@pytest.fixture
def ways(tmp_path: Path) -> dict[str, list[str]]:
    """The file is run without anything installed: `-I -S`."""
    pyz = tmp_path / "career-relay.pyz"
    pyz.write_bytes(packed())
    return {
        "installed": [str(Path(sys.executable).with_name("career-relay"))],
        "module": ["/usr/bin/env", f"PYTHONPATH={ROOT}", sys.executable, "-m", "shared.command"],
        "file": [sys.executable, "-I", "-S", str(pyz)],
    }


def asked(
    command: list[str], said: bytes, folder: Path, *words: str
) -> subprocess.CompletedProcess[str]:
    """In a folder of its own that holds a statement and nothing else."""
    (folder / "clean").mkdir()
    (folder / "clean" / "statement.json").write_bytes(said)
    return subprocess.run(
        [*command, "verify-statement", *words],
        cwd=folder / "clean",
        env={"PATH": "/usr/bin:/bin"},
        input=said.decode(),
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("way", WAYS)
def test_a_statement_is_checked_in_a_clean_folder(
    way: str, ways: dict[str, list[str]], tmp_path: Path
) -> None:
    done = asked(ways[way], GOOD, tmp_path, "statement.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("OK co_acme: 34 entries")


@pytest.mark.parametrize("way", WAYS)
def test_a_changed_statement_fails_by_its_exit_status(
    way: str, ways: dict[str, list[str]], tmp_path: Path
) -> None:
    done = asked(ways[way], GOOD.replace(b'"amount": 3', b'"amount": 4', 1), tmp_path, "-")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("WRONG entry 1 of 34 (count:1-3): hash is ")


def test_the_file_says_what_it_does(ways: dict[str, list[str]], tmp_path: Path) -> None:
    done = asked(ways["file"], GOOD, tmp_path, "--help")
    assert done.returncode == 0 and "FILE" in done.stdout


def test_the_file_holds_the_command_and_the_rules_and_packs_the_same_twice(tmp_path: Path) -> None:
    pyz = tmp_path / "career-relay.pyz"
    pyz.write_bytes(packed())
    packed.cache_clear()
    assert packed() == pyz.read_bytes()
    inside = {name.rpartition("/")[0] for name in ZipFile(pyz).namelist()}
    assert inside == {"", "shared", "shared/command", "shared/domain"}
    assert pyz.read_bytes().startswith(b"#!/usr/bin/env python3\n")
