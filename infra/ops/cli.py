"""The CDK CLI, exactly as package-lock.json names it: installed once, where it is needed first."""

import fcntl
import hashlib
import shutil
from pathlib import Path
from typing import Final

from infra.local import refusal
from infra.local.place import ROOT
from infra.local.tools import node_folder, run
from infra.ops.refusal import RefusedError

_LOCK: Final = ROOT / "package-lock.json"
_MODULES: Final = ROOT / "node_modules"
_STATE: Final = ROOT / ".local"
_CI: Final = ("ci", "--no-audit", "--no-fund", "--ignore-scripts")


def cli() -> list[str]:
    """The words a command begins with.

    Raises:
        RefusedError: there is no Node, or npm could not install it.
    """
    try:
        _install()
        return [str(Path(node_folder()) / "node"), str(_MODULES / "aws-cdk" / "bin" / "cdk")]
    except refusal.RefusedError as why:
        raise RefusedError(str(why)) from why


def _install() -> None:
    made, done = hashlib.sha256(_LOCK.read_bytes()).hexdigest(), _MODULES / "made-from"
    _STATE.mkdir(exist_ok=True)
    with (_STATE / "node_modules.lock").open("w") as one_at_a_time:
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
        if not done.exists() or done.read_text() != made:
            run("install the CDK CLI", [*npm(), *_CI], _STATE / "npm.log")
            done.write_text(made)


def npm() -> list[str]:
    """The system's; or the wheel's, whose own `npm` does not find its parts."""
    if found := shutil.which("npm"):
        return [found]
    folder = Path(node_folder())
    inside = folder.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(folder / "node"), str(inside)]
