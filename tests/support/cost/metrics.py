"""Custom metrics, each paid for in a month in which it is written: what handlers `tick`."""

import ast
from collections.abc import Iterator

from infra.sources import ROOT


def custom_metrics() -> set[tuple[str, str]]:
    """(verb, name). A name that two verbs write is two metrics."""
    files = (ROOT / "functions").glob("*/*.py")
    return {(file.parent.name, name) for file in files for name in _ticked(file.read_text())}


def _ticked(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "tick":
            yield from (
                leaf.value
                for leaf in ast.walk(node.args[0])
                if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
            )
