"""Our own code as Lambda gets it: one verb, `shared/`, nothing of the verb's neighbours."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from aws_cdk import IgnoreMode
from aws_cdk import aws_lambda as lambda_

from infra.compiled import compile_all

ROOT: Final = Path(__file__).resolve().parents[1]
TASK: Final = "/var/task"
ALSO: Final = {"manage": "docs/openapi.json"}


@contextmanager
def sources() -> Iterator[Path]:
    """A copy of the code with its byte code, for as long as assets are cut from it."""
    with TemporaryDirectory(prefix="relay-sources-") as made:
        folder = Path(made)
        for name in ("functions", "shared"):
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
            )
        for also in filter(lambda a: (ROOT / a).exists(), ALSO.values()):
            (folder / also).parent.mkdir(exist_ok=True)
            shutil.copy2(ROOT / also, folder / also)
        compile_all(folder, seen_at=TASK)
        yield folder


def code_of(verb: str, folder: Path) -> lambda_.Code:
    """Import paths stay as they are in the repository: `functions.click.handler`."""
    return lambda_.Code.from_asset(
        str(folder),
        ignore_mode=IgnoreMode.GIT,
        exclude=_all_but(_inside(verb)),
        asset_hash=_digest(verb, folder),
    )


def _inside(verb: str) -> list[str]:
    also = [ALSO[verb]] if verb in ALSO else []
    package = ["functions/__init__.py", "functions/__pycache__"]
    return ["shared", *package, f"functions/{verb}", *also]


def _all_but(paths: list[str]) -> list[str]:
    """As .gitignore says it: nothing, and nothing of these folders, but this."""
    folders = dict.fromkeys(path.rpartition("/")[0] for path in paths if "/" in path)
    nothing = ["/*", *(line for folder in folders for line in (f"!/{folder}", f"/{folder}/*"))]
    return [*nothing, *(f"!/{path}" for path in paths)]


def _digest(verb: str, folder: Path) -> str:
    """Of the sources alone: byte code may differ from one compilation to the next."""
    digest = hashlib.sha256(verb.encode())
    inside = [folder / path for path in _inside(verb)]
    for file in sorted(f for top in inside for f in [top, *top.rglob("*")] if f.is_file()):
        if file.suffix != ".pyc":
            digest.update(f"{file.relative_to(folder)}\0".encode() + file.read_bytes())
    return digest.hexdigest()
