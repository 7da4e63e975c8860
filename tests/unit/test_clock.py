"""A file shifts the clock where one is named, and nowhere else."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shared import clock
from shared.settings import CLOCK_FILE

SOON = timedelta(seconds=30)


def away(shift: timedelta) -> timedelta:
    """How far the clock is from where it should be."""
    return abs(clock.now() - datetime.now(UTC) - shift)


def test_without_the_setting_it_is_the_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CLOCK_FILE, raising=False)
    assert away(timedelta()) < SOON


def test_a_file_nobody_wrote_shifts_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CLOCK_FILE, str(tmp_path / "clock"))
    assert away(timedelta()) < SOON


def test_what_is_written_is_heard_at_the_next_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "clock"
    monkeypatch.setenv(CLOCK_FILE, str(file))
    for days in (-180, 2):
        file.write_text(str(timedelta(days=days).total_seconds()))
        assert away(timedelta(days=days)) < SOON
    file.unlink()
    assert away(timedelta()) < SOON
