"""Which words a page has, and which of them its templates and the code beside it say."""

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

from infra.sources import ROOT
from tests.house.templates import Path_, read, tree

SHARED: Final = ROOT / "shared" / "pages" / "words"
FOLDERS: Final = (SHARED, *sorted(ROOT.glob("functions/*/pages/words")))
TEMPLATES: Final = SHARED.parent / "templates"
NAMES: Final = tuple(
    ROOT / "shared" / part
    for part in (
        *("ats", "pages", "domain", "contracts", "company", "webhooks"),
        *("web.py", "agency_pages.py"),
    )
)
"""Whose names words are filed under: states, reasons, fields."""
DIVISIONS: Final = frozenset("ABCDEFGHIJKLMNOPQRST")
"""Of the JSIC: a company's own data names one."""


@dataclass(frozen=True, slots=True)
class Page:
    """`folder` is a `words/`; the template of the same name lies above it, or is shared."""

    folder: Path
    name: str

    def __str__(self) -> str:
        return f"{self.folder.relative_to(ROOT)}/{self.name}"

    def words(self, locale: str) -> dict[str, Any]:
        return tomllib.loads((self.folder / locale / f"{self.name}.toml").read_text("utf-8"))

    def read(self) -> frozenset[Path_]:
        """What its templates read; a path that ends at a table leads to any word of it."""
        if self.name == "frame":
            return in_every_page()
        own = TEMPLATES if self.folder == SHARED else self.folder.parent
        files = (own / f"{self.name}{ending}" for ending in (".html", ".txt"))
        return frozenset(
            path for file in files if file.exists() for path in read(file, (own, TEMPLATES), "w")
        )

    def names(self) -> frozenset[str]:
        """Every name that code near it says: it may read words by any of them."""
        verb = ROOT / "functions" if self.folder == SHARED else self.folder.parents[1]
        own = () if self.folder == SHARED else (self.folder.parent,)
        return DIVISIONS.union(
            *(_said(folder) for folder in (*NAMES, verb)),
            *(_chosen(folder) for folder in (*own, TEMPLATES)),
        )


def pages() -> Iterator[Page]:
    for folder in FOLDERS:
        names = {file.stem for file in folder.rglob("*.toml")}
        yield from (Page(folder, name) for name in sorted(names))


def in_every_page() -> frozenset[Path_]:
    """What any template reads of the words all pages share."""
    folders = (TEMPLATES, *(folder.parent for folder in FOLDERS if folder != SHARED))
    files = (file for folder in folders for file in folder.glob("*.html"))
    return frozenset(path for file in files for path in read(file, folders, "frame"))


def leaves(table: Mapping[str, Any], before: Path_ = ()) -> Iterator[Path_]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from leaves(value, (*before, key))
        else:
            yield (*before, key)


def has(table: Mapping[str, Any], path: Path_) -> bool:
    """Whether it leads to a word or a table; what is asked of a word or a table is neither."""
    here: Any = table
    for key in path:
        if not isinstance(here, dict) or (hasattr(here, key) and key not in here):
            return True
        if key not in here:
            return False
        here = here[key]
    return True


def parts(path: Path_) -> set[str]:
    """What its names are made of: `name-missing` is of a field and a code, `link.close` an act."""
    return {part for key in path for part in re.split("[-.]", key)}


def is_said(path: Path_, names: frozenset[str]) -> bool:
    """In one word, or in several: a scope `links:read` is filed under `links_read`."""
    return all(part in names or {*part.split("_")} <= names for part in parts(path))


def by_code() -> Iterator[tuple[Page, Path_]]:
    """What `words(.., "page")["a"]["b"]` reads."""
    for folder in (SHARED.parent, ROOT / "functions"):
        for file in folder.rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Subscript) and (found := _of_page(node, file)):
                    yield found


def _of_page(node: ast.Subscript, file: Path) -> tuple[Page, Path_] | None:
    path, here = list[str](), cast(ast.expr, node)
    while isinstance(here, ast.Subscript) and isinstance(here.slice, ast.Constant):
        path.insert(0, str(here.slice.value))
        here = here.value
    if not (isinstance(here, ast.Call) and ast.unparse(here.func).endswith("words") and path):
        return None
    named = here.args[1]
    if not (isinstance(named, ast.Constant) and isinstance(named.value, str)):
        return None
    own = ROOT / "functions" / file.relative_to(ROOT).parts[1] / "pages" / "words"
    folder = SHARED if "shared" in ast.unparse(here.func) or not own.exists() else own
    return Page(folder, named.value), tuple(path)


@cache
def _said(folder: Path) -> frozenset[str]:
    """Strings, and the names of fields."""
    found = set[str]()
    for file in folder.rglob("*.py") if folder.is_dir() else [folder]:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= set(re.findall(r"\w+", node.value))
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                found.add(node.target.id)
    return frozenset(found)


@cache
def _chosen(folder: Path) -> frozenset[str]:
    files = [*folder.glob("*.html"), *folder.glob("*.txt")]
    return frozenset(name for file in files for name in tree(file).names)
