"""`career-relay affected` is an operator's act under the command's name."""

import subprocess
from typing import Any

import pytest

from shared.command import affected
from shared.command.__main__ import ACTS
from shared.command.typed import typed

WORDS = ["affected", "--from", "2026-03-02T09:00+09:00", "--to", "2026-03-02T10:00+09:00"]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    told = list[list[str]]()

    def run(words: list[str], **_: Any) -> subprocess.CompletedProcess[bytes]:
        told.append(words)
        return subprocess.CompletedProcess(words, 1)

    monkeypatch.setattr(subprocess, "run", run)
    return told


def test_it_hands_over_what_was_typed_and_ends_as_the_act_does(ran: list[list[str]]) -> None:
    assert typed(ACTS, [*WORDS, "--stage", "prod", "--addresses", "whom.csv"]) == 1
    [words] = ran
    assert words[1:] == [
        *("-m", "infra.ops", "--stage", "prod", "affected"),
        *("--from=2026-03-02T09:00+09:00", "--to=2026-03-02T10:00+09:00"),
        *("--table=core", "--addresses=whom.csv"),
    ]


def test_away_from_the_repository_it_says_so(
    ran: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(affected, "find_spec", lambda _: None)
    assert typed(ACTS, WORDS) == 2
    assert "in the repository" in capsys.readouterr().err
    assert ran == []


def test_a_window_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        typed(ACTS, WORDS[:3])
    assert "--to" in capsys.readouterr().err
