"""Copies of one snapshot share all that was made at start: nothing random, nothing of its hour."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from infra.sources import ROOT
from infra.verbs import VERBS

SNAPPED = sorted(verb for verb, does in VERBS.items() if does.snap)
OF_ITS_HOUR = {"now", "today", "time.time", "monotonic", "perf_counter"}
RANDOM = {"urandom", "choice", "token_urlsafe", "token_bytes", "uuid4", "mint", "slug", "random"}
SOURCES = sorted([*(ROOT / "shared").rglob("*.py"), *(ROOT / "functions").rglob("*.py")])


def at_import(tree: ast.Module) -> Iterator[ast.Call]:
    """The calls a module makes while it is imported; classes' bodies run then too."""
    waiting: list[ast.AST] = [*tree.body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting += [*node.decorator_list, *node.args.defaults]
        elif not isinstance(node, ast.Lambda):
            if isinstance(node, ast.Call):
                yield node
            waiting += ast.iter_child_nodes(node)


def called(node: ast.Call) -> str:
    """`datetime.now` is now; `time.time` keeps both words: a time of day is no hour of its own."""
    whole = ast.unparse(node.func)
    return whole if whole == "time.time" else whole.rpartition(".")[2]


def of_one_copy(source: str) -> set[str]:
    return {called(call) for call in at_import(ast.parse(source))} & (OF_ITS_HOUR | RANDOM)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_random_and_nothing_of_its_hour_is_made_at_start(path: Path) -> None:
    assert of_one_copy(path.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_random_is_drawn_from_the_machine_and_never_from_a_seed(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    drawn = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "random"
    }
    assert drawn <= {"SystemRandom", "seed"}


@pytest.mark.parametrize("verb", SNAPPED)
def test_what_starts_from_a_snapshot_sows_again_in_each_copy(verb: str) -> None:
    source = (ROOT / "functions" / verb / "handler.py").read_text(encoding="utf-8")
    [wires] = [c for c in at_import(ast.parse(source)) if called(c) == "at_start"]
    assert "differ_after_restore" in map(ast.unparse, wires.args)


def test_a_wish_made_at_import_is_found_and_one_made_later_is_not() -> None:
    assert of_one_copy("class A:\n    born = datetime.now(UTC)") == {"now"}
    assert of_one_copy("def f(at=time.time()): ...") == {"time.time"}
    assert of_one_copy("def f():\n    return datetime.now(UTC)") == set()
    assert of_one_copy("key = lambda: secrets.token_bytes()") == set()
