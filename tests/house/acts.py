"""What acts call themselves in a log: `doing.table("what", ..)`, or by a function it is told to."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from infra.sources import ROOT

NAMED: Final = {"table": 0, "telling": 0, "noted": 0, "written": 1}
"""The methods of `shared.acts.Act` that note one, and which argument says what."""
type Function = ast.FunctionDef


@dataclass(eq=False)
class Acts:
    """Of the code of one module; `unknown` is what could not be read from it."""

    file: Path
    unknown: list[str] = field(default_factory=list)

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.file.read_text("utf-8"))

    @cached_property
    def names(self) -> dict[str, Any]:
        return vars(import_module(".".join(self.file.relative_to(ROOT).with_suffix("").parts)))

    def all(self) -> Iterator[str]:
        for function, call in self.calls:
            method = call.func
            if isinstance(method, ast.Attribute) and method.attr in NAMED and _acts(method):
                at = NAMED[method.attr]
                if at < len(call.args):
                    yield from self._said(call.args[at], function)

    @cached_property
    def calls(self) -> list[tuple[Function, ast.Call]]:
        return [
            (function, node)
            for function in ast.walk(self.tree)
            if isinstance(function, ast.FunctionDef)
            for node in ast.walk(function)
            if isinstance(node, ast.Call)
        ]

    def _said(self, what: ast.expr, function: Function) -> Iterator[str]:
        """Every value it may have."""
        if isinstance(what, ast.JoinedStr):
            yield from self._joined(what, function)
        elif isinstance(what, ast.Name) and what.id in _parameters(function):
            yield from self._told(what.id, function)
        elif isinstance(what, ast.Name) and what.id not in self.names:
            yield from self._assigned(what.id, function)
        elif isinstance(what, ast.Subscript):
            yield from map(str, self.names[ast.unparse(what.value)].values())
        elif isinstance(what, ast.IfExp):
            yield from self._said(what.body, function)
            yield from self._said(what.orelse, function)
        else:
            yield from self._valued(what)

    def _joined(self, what: ast.JoinedStr, function: Function) -> Iterator[str]:
        before, last = what.values
        assert isinstance(before, ast.Constant) and isinstance(last, ast.FormattedValue)
        yield from (f"{before.value!s}{end}" for end in self._said(last.value, function))

    def _told(self, name: str, function: Function) -> Iterator[str]:
        """By whoever calls it, in any file of its function."""
        at = _parameters(function).index(name)
        if default := _default(name, function):
            yield from self._valued(default)
        for other in beside(self.file):
            for caller, call in other._calls_of(self.names[function.name]):
                said = {one.arg: one.value for one in call.keywords}
                given = said.get(name) or (call.args[at] if at < len(call.args) else None)
                if given:
                    yield from other._said(given, caller)
                    self.unknown += other.unknown
                    other.unknown.clear()

    def _calls_of(self, function: object) -> Iterator[tuple[Function, ast.Call]]:
        name = function.__name__  # type: ignore[attr-defined]
        for caller, call in self.calls:
            called = ast.unparse(call.func)
            if called.rpartition(".")[2] == name and self._is(called, function):
                yield caller, call

    def _is(self, called: str, function: object) -> bool:
        first, *rest = called.split(".")
        found = self.names.get(first)
        for part in rest:
            found = getattr(found, part, None)
        return found is function

    def _assigned(self, name: str, function: Function) -> Iterator[str]:
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
                yield from self._said(node.value, function)

    def _valued(self, what: ast.expr) -> Iterator[str]:
        try:
            yield str(eval(ast.unparse(what), self.names))
        except NameError:
            self.unknown.append(ast.unparse(what))


def _acts(method: ast.Attribute) -> bool:
    return ast.unparse(method.value) not in {"self", "Table"}


def _default(name: str, function: Function) -> ast.expr | None:
    last = [*reversed(function.args.args)]
    values = zip(last, reversed(function.args.defaults), strict=False)
    return next((value for one, value in values if one.arg == name), None)


@cache
def beside(file: Path) -> tuple[Acts, ...]:
    """All modules of the folder under `functions` or `shared` it lies in."""
    folder = ROOT.joinpath(*file.relative_to(ROOT).parts[:2])
    return tuple(Acts(one) for one in sorted(folder.rglob("*.py")))


def _parameters(function: Function) -> list[str]:
    return [one.arg for one in (*function.args.args, *function.args.kwonlyargs)]
