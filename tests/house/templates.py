"""What a template reads of a variable, with those it is put together from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, nodes

type Path_ = tuple[str, ...]
READS = nodes.Getattr | nodes.Getitem
OTHERS = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


@dataclass(frozen=True, slots=True)
class Tree:
    root: nodes.Template
    names: frozenset[str]
    """All it says: attributes, strings."""


@cache
def tree(file: Path) -> Tree:
    text = file.read_text("utf-8")
    code = " ".join(re.findall(r"{[{%](.*?)[%}]}", text, re.DOTALL))
    root = Environment(autoescape=True).parse(text)
    return Tree(root, frozenset(re.findall(r"\w+", code)))


@cache
def read(file: Path, folders: tuple[Path, ...], name: str) -> frozenset[Path_]:
    """Paths from `name`, up to where the next step is chosen; none it first asks for."""
    found, optional = set[Path_](), set[Path_]()
    for root, replaced in _whole(file, folders):
        found |= set(_paths(root, name, replaced))
        optional |= {
            _path(test.node, name) or ()
            for test in root.find_all(nodes.Test)
            if test.name == "defined"
        }
    return frozenset(path for path in found if path not in optional)


def _whole(file: Path, folders: tuple[Path, ...]) -> Iterator[tuple[nodes.Template, set[str]]]:
    """Each with the blocks that are replaced in it."""
    waiting, met, own = [file], set[Path](), set[str]()
    while waiting:
        here = waiting.pop(0)
        if here in met:
            continue
        met.add(here)
        root = tree(here).root
        yield root, own.copy()
        own |= {block.name for block in root.find_all(nodes.Block)}
        waiting += [found for name in _named(root) if (found := _first(name, folders))]


def _named(root: nodes.Template) -> Iterator[str]:
    """The templates it extends, includes and imports."""
    for node in root.find_all(OTHERS):
        template = getattr(node, "template", None)
        if isinstance(template, nodes.Const):
            yield str(template.value)


def _first(name: str, folders: tuple[Path, ...]) -> Path | None:
    return next((folder / name for folder in folders if (folder / name).exists()), None)


def _paths(node: nodes.Node, name: str, replaced: set[str]) -> Iterator[Path_]:
    if isinstance(node, nodes.Block) and node.name in replaced:
        return
    if isinstance(node, READS):
        path = _path(node, name)
        if path is not None:
            yield path
        inner = _chosen_by(node)
    else:
        inner = list(node.iter_child_nodes())
    for child in inner:
        yield from _paths(child, name, replaced)


def _steps(node: nodes.Node) -> tuple[nodes.Node, list[nodes.Node]]:
    """Where a chain begins, and its steps from there."""
    steps = list[nodes.Node]()
    while isinstance(node, READS):
        steps.insert(0, node)
        node = node.node
    return node, steps


def _path(node: nodes.Node, name: str) -> Path_ | None:
    """None for the path of another."""
    begin, steps = _steps(node)
    if not (isinstance(begin, nodes.Name) and begin.name == name):
        return None
    path = list[str]()
    for step in steps:
        if isinstance(step, nodes.Getattr):
            path.append(step.attr)
        elif isinstance(step, nodes.Getitem) and isinstance(step.arg, nodes.Const):
            path.append(str(step.arg.value))
        else:
            break
    return tuple(path)


def _chosen_by(node: nodes.Node) -> list[nodes.Node]:
    begin, steps = _steps(node)
    chosen = list[nodes.Node](step.arg for step in steps if isinstance(step, nodes.Getitem))
    return chosen if isinstance(begin, nodes.Name) else [begin, *chosen]
