"""Our own code as Lambda gets it: a verb in its function, `shared/` in a layer of all of them."""

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from aws_cdk import IgnoreMode
from aws_cdk import aws_lambda as lambda_

from infra.compiled import compile_all
from shared.pages import statics

ROOT: Final = Path(__file__).resolve().parents[1]
TASK: Final = "/var/task"
OPT: Final = "/opt"
ALSO: Final = {"manage": "docs/openapi.json"}


@contextmanager
def sources() -> Iterator[Path]:
    """A copy of the code with its byte code, for as long as assets are cut from it."""
    with TemporaryDirectory(prefix="relay-sources-") as made:
        folder = Path(made)
        task, opt = folder / "task", folder / "opt"
        _copy("functions", task)
        _copy("shared", opt / "python")
        _names_alone(opt / "python" / "shared" / "pages" / "static")
        for also in filter(lambda a: (ROOT / a).exists(), ALSO.values()):
            (task / also).parent.mkdir(exist_ok=True)
            shutil.copy2(ROOT / also, task / also)
        compile_all(task, seen_at=TASK)
        compile_all(opt, seen_at=OPT)
        yield folder


def _names_alone(folder: Path) -> None:
    """A page names its static files; the bytes come from elsewhere."""
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / statics.NAMES).write_text(json.dumps(dict(statics.names())), encoding="utf-8")


def code_of(verb: str, folder: Path) -> lambda_.Code:
    """Import paths stay as they are in the repository: `functions.click.handler`."""
    task = folder / "task"
    return lambda_.Code.from_asset(
        str(task),
        ignore_mode=IgnoreMode.GIT,
        exclude=_all_but(_inside(verb)),
        asset_hash=_digest(verb, task, _inside(verb)),
    )


def shared_code(folder: Path) -> lambda_.Code:
    """What the verbs import of ours: one archive for all of them."""
    opt = folder / "opt"
    return lambda_.Code.from_asset(str(opt), asset_hash=_digest("shared", opt, ["python"]))


def _copy(name: str, to: Path) -> None:
    shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))


def _inside(verb: str) -> list[str]:
    also = [ALSO[verb]] if verb in ALSO else []
    package = ["functions/__init__.py", "functions/__pycache__"]
    return [*package, f"functions/{verb}", *also]


def _all_but(paths: list[str]) -> list[str]:
    """As .gitignore says it: nothing, and nothing of these folders, but this."""
    folders = dict.fromkeys(path.rpartition("/")[0] for path in paths)
    nothing = ["/*", *(line for folder in folders for line in (f"!/{folder}", f"/{folder}/*"))]
    return [*nothing, *(f"!/{path}" for path in paths)]


def _digest(name: str, folder: Path, paths: Iterable[str]) -> str:
    """Of the sources alone: byte code may differ from one compilation to the next."""
    digest = hashlib.sha256(name.encode())
    inside = [folder / path for path in paths]
    for file in sorted(f for top in inside for f in [top, *top.rglob("*")] if f.is_file()):
        if file.suffix != ".pyc":
            digest.update(f"{file.relative_to(folder)}\0".encode() + file.read_bytes())
    return digest.hexdigest()
