"""The restore commands, as an operator types them, on exports alone."""

import json
import sys
from pathlib import Path

import pytest

from infra.restore.__main__ import main
from shared.table import keys
from shared.table.figure_items import written
from tests.support.builders import ACME, NOON
from tests.support.fakes.memory import Memory
from tests.support.history import live_through
from tests.support.stores import in_memory


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    """An export in which everything that happened is missing, and only figures are left."""
    stores = in_memory(Memory())
    live_through(stores)
    read = stores.books.read(ACME, NOON)
    assert read is not None
    there = tmp_path / "figures.jsonl"
    there.write_text("".join(json.dumps({"Item": item}) + "\n" for item in written(read[1])))
    return there


def typed(monkeypatch: pytest.MonkeyPatch, *words: object) -> int:
    monkeypatch.setattr(sys, "argv", ["restore", *map(str, words)])
    return main()


def test_verify_names_what_differs_and_fails(
    figures: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(monkeypatch, "verify", figures) == 1
    said = capsys.readouterr().out
    assert said == f"{ACME} books: unreadable, not readable\n1 differences\n"


def test_a_source_is_itself(
    figures: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(monkeypatch, "compare", figures, figures) == 0
    assert capsys.readouterr().out == "0 differences\n"


def test_compare_names_keys_and_no_values(
    figures: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    less = figures.with_name("less.jsonl")
    less.write_text("".join(figures.read_text().splitlines(keepends=True)[1:]))
    assert typed(monkeypatch, "compare", figures, less) == 1
    pk, sk = keys.tally(ACME)
    assert capsys.readouterr().out == f"missing {pk} {sk}\n1 differences\n"


def test_a_table_that_is_not_there_is_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RELAY_STATE", str(tmp_path / "nowhere"))
    assert typed(monkeypatch, "verify", "core") == 1
    assert capsys.readouterr().err.startswith("refused: no relay runs here")
