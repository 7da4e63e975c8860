"""What the functions import and did not write: one layer, from `layer.lock`, without Docker."""

import fcntl
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from infra import compiled
from infra.compiled import compile_all
from infra.sources import ROOT

LOCK: Final = ROOT / "layer.lock"
BUILD: Final = ROOT / ".local" / "build"
UV: Final = ROOT / ".local" / "tools" / "bin" / "uv"
PYTHON: Final = "3.13"
NEEDLESS: Final = ("bin", "share", ".lock", "*/tests", "**/*.pyi", "*.dist-info/RECORD")
MARK: Final = "layer"


def layer_folder(platform: str | None) -> Path:
    """Built once for a lock file and a platform; `platform` None is this machine's own.

    Its name says everything that is inside, so it may serve as the asset's hash.
    """
    recipe = b"".join(file.read_bytes() for file in (Path(__file__), Path(compiled.__file__), LOCK))
    name = f"{MARK}-{platform or 'here'}-{hashlib.sha256(recipe).hexdigest()[:16]}"
    BUILD.mkdir(parents=True, exist_ok=True)
    with (BUILD / "layer.lock").open("w") as one_at_a_time:
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
        if not (BUILD / name).exists():
            _build(BUILD / name, platform)
    return BUILD / name


def _build(folder: Path, platform: str | None) -> None:
    """Whole or not at all: it takes its name when it is done."""
    with TemporaryDirectory(dir=BUILD, prefix="unfinished-") as unfinished:
        made = Path(unfinished) / MARK
        _install(made / "python", platform)
        _slim(made / "python")
        compile_all(made, seen_at="/opt")
        made.rename(folder)


def _install(target: Path, platform: str | None) -> None:
    uv = str(UV) if UV.exists() else shutil.which("uv") or "uv"
    options = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--link-mode", "copy"]
    machine = ["--python-platform", platform, "--python-version", PYTHON] if platform else []
    command = [uv, "pip", "install", "-q", "--python", sys.executable, *options, *machine]
    done = subprocess.run(  # noqa: S603 - every word of it is ours
        [*command, "--target", str(target), "-r", str(LOCK)], capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"the layer was not built; uv said:\n{done.stderr.strip()[-2000:]}")


def _slim(folder: Path) -> None:
    """Without what nothing imports. Licences stay: we hand them on with the code."""
    for pattern in NEEDLESS:
        for found in folder.glob(pattern):
            shutil.rmtree(found) if found.is_dir() else found.unlink()
