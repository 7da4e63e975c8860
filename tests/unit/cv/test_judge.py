"""A stranger's file is looked through by a process that knows nothing and ends by itself."""

import subprocess
import sys
from typing import Any

import pytest

from shared.cv import judge
from shared.cv.judge import Reading
from shared.domain.cv import Flaw, Judged, MediaType
from shared.domain.errors import CvRefused
from shared.domain.forbidden import Kind
from tests.support.cvs import a_docm, a_docx, a_pdf


def with_command(monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    monkeypatch.setattr(judge, "_COMMAND", ("-c", source))


def why(content: bytes, longest_s: float = 20) -> str:
    with pytest.raises(CvRefused) as refused:
        Reading(longest_s).judge(content)
    return refused.value.reason


def test_what_it_finds_comes_back() -> None:
    assert Reading(20).judge(a_pdf("Religion: none")) == Judged(MediaType.PDF, 1, (Kind.CREED,))
    assert Reading(20).judge(a_docx("愛読書")) == Judged(MediaType.DOCX, None, (Kind.READING,))
    assert why(a_docm()) == Flaw.MACROS


def test_it_gets_none_of_our_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "ours")
    monkeypatch.setenv("CORE_TABLE", "ours")
    knows = "'macros' if 'ours' in os.environ.values() else 'encrypted'"
    with_command(monkeypatch, f"import json, os; print(json.dumps({{'flaw': {knows}}}))")
    assert why(b"x") == Flaw.ENCRYPTED


def test_a_file_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with_command(monkeypatch, "import signal; signal.pause()")
    assert why(b"x", longest_s=0.5) == Flaw.TOO_MUCH_INSIDE


def test_a_file_that_takes_too_much_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with_command(monkeypatch, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    assert why(b"x") == Flaw.TOO_MUCH_INSIDE


def test_a_file_that_breaks_its_reader_is_refused_and_not_quoted(
    monkeypatch: pytest.MonkeyPatch, capfd: Any
) -> None:
    with_command(monkeypatch, "raise ValueError('ada@example.org')")
    assert why(b"x") == Flaw.BROKEN
    assert "ada" not in "".join(capfd.readouterr())


def test_who_asks_for_something_else_loads_no_reader() -> None:
    asked = "import sys, functions.place.handler; print('pypdf' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True)
    assert done.stdout.strip() == "False", done.stderr
