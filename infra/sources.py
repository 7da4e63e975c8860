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
        exclude=["/*", *(line for path in _inside(verb) for line in _only(path))],
        asset_hash=_digest(verb, folder),
    )


def _inside(verb: str) -> list[str]:
    return ["shared", "functions/__init__.py", f"functions/{verb}", *filter(None, [ALSO.get(verb)])]


def _only(path: str) -> Iterator[str]:
    """As .gitignore says it: the folder, nothing in it, but this."""
    parent, _, _ = path.rpartition("/")
    if parent:
        yield from (f"!/{parent}", f"/{parent}/*")
    yield f"!/{path}"


def _digest(verb: str, folder: Path) -> str:
    """Of the sources alone: byte code may differ from one compilation to the next."""
    digest = hashlib.sha256(verb.encode())
    inside = [folder / path for path in _inside(verb)]
    for file in sorted(f for top in inside for f in [top, *top.rglob("*")] if f.is_file()):
        if file.suffix != ".pyc":
            digest.update(f"{file.relative_to(folder)}\0".encode() + file.read_bytes())
    return digest.hexdigest()
