"""Every figure somebody looks at is written by some code, and what nobody looks at is listed."""

import ast
from collections.abc import Iterator

import pytest

from infra.sources import ROOT
from tests.infra.reading import Template, read
from tests.infra.watching import OURS, Figure, alarms, looked_at_by, on_board

UNWATCHED = {
    "FiledBefore",  # every registration is spoken of more than once
    "ReplyRepeated",  # a button pressed twice
    "ManagerAppointed",  # an operator reads the answer
    "ManagerAppointedBefore",
    "AddressSuppressedBefore",  # SES told us twice
    "TabulatedBefore",  # told twice
    "NotHandedOn",  # told twice, or nobody had let them go
    "CompanyApprovedBefore",  # an operator pressed twice
    "ConnectionLinksClosed",  # a company removed its connection to an ATS
    "SignInAsked",  # people come and go
    "SignedIn",
    "SecondFactorEnrolled",
    "SecondFactorGiven",
}


def watched(t: Template) -> set[Figure]:
    found = set[Figure]().union(*map(looked_at_by, alarms(t).values()), *on_board(t).values())
    return {figure for figure in found if figure.namespace == OURS}


def written(verb: str) -> set[str]:
    """Every text in a verb's own code: its figures' names are among them."""
    texts = set[str]()
    for file in (ROOT / "functions" / verb).glob("*.py"):
        nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        texts |= {
            n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)
        }
    return texts


def ticked() -> Iterator[tuple[str, str]]:
    """(verb, name) of each `tick` that has its name, or one of two, in the call."""
    for file in (ROOT / "functions").glob("*/*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "tick":
                name = node.args[0]
                either = [name.body, name.orelse] if isinstance(name, ast.IfExp) else [name]
                said = [n.value for n in either if isinstance(n, ast.Constant)]
                yield from ((file.parent.name, str(value)) for value in said)


def test_every_figure_looked_at_is_written_by_the_function_it_is_looked_for_at() -> None:
    unwritten = {
        (figure.service, figure.name)
        for figure in watched(read("dev"))
        if figure.name != "Unhandled" and (ROOT / "functions" / figure.service).is_dir()
        if figure.name not in written(figure.service)
    }
    assert unwritten == set()


def test_no_function_is_looked_for_in_vain() -> None:
    here = {folder.name for folder in (ROOT / "functions").iterdir() if folder.is_dir()}
    assert {figure.service for figure in watched(read("dev"))} <= here


def test_what_is_ticked_and_not_looked_at_is_listed_here() -> None:
    seen = {(figure.service, figure.name) for figure in watched(read("dev"))}
    assert {name for verb, name in ticked() if (verb, name) not in seen} == UNWATCHED


@pytest.mark.parametrize("stage", ["dev", "prod"])
def test_figures_are_looked_for_where_functions_write_them(stage: str) -> None:
    for verb, function in read(stage).functions().items():
        variables = function["Environment"]["Variables"]
        assert variables["POWERTOOLS_METRICS_NAMESPACE"] == OURS
        assert variables["POWERTOOLS_SERVICE_NAME"] == verb
