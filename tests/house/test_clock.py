"""What time it is, one place says: shared.clock. Everybody else asks it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CLOCK = ROOT / "shared" / "clock.py"
OTHERS = sorted(
    path for top in ("functions", "shared") for path in (ROOT / top).rglob("*.py") if path != CLOCK
)
ASKS = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today")}
"""How long a process remembers is by time.time, wherever the clock stands."""


def asked(source: str) -> set[tuple[str, str]]:
    """What it takes the time from."""
    called = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    dotted = (ast.unparse(name).split(".")[-2:] for name in called)
    return {(names[0], names[1]) for names in dotted if len(names) == 2} & ASKS


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_nobody_asks_the_machine_what_time_it_is(path: Path) -> None:
    assert not asked(path.read_text(encoding="utf-8")), "shared.clock says what time it is"


def test_whoever_asks_is_found_however_it_is_written() -> None:
    ways = "datetime.now(UTC)\ndt.datetime.utcnow()\ndate.today()\nclock.now()\nnow()"
    assert asked(ways) == {("datetime", "now"), ("datetime", "utcnow"), ("date", "today")}
