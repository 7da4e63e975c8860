"""Two copies of one snapshot do not do the same at the same moment."""

import random
import sys
import time
from collections.abc import Callable
from types import ModuleType

import pytest

from shared.domain.errors import Conflict
from shared.restored import differ_after_restore
from shared.retry import retry_on_conflict


@pytest.fixture
def hooks(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], object]]:
    """What Lambda's own module is asked to run after a restore."""
    asked: list[Callable[[], object]] = []
    lambdas = ModuleType("snapshot_restore_py")
    lambdas.__dict__["register_after_restore"] = asked.append
    monkeypatch.setitem(sys.modules, "snapshot_restore_py", lambdas)
    return asked


def test_python_draws_anew_in_each_copy(hooks: list[Callable[[], object]]) -> None:
    differ_after_restore()
    frozen, drawn = random.getstate(), set[float]()
    for _copy in range(3):
        random.setstate(frozen)
        for hook in hooks:
            hook()
        drawn.add(random.random())
    assert len(drawn) == 3


def test_where_nothing_is_restored_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "snapshot_restore_py", None)
    differ_after_restore()


def test_copies_that_met_a_conflict_together_do_not_come_again_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)

    @retry_on_conflict
    def beaten() -> None:
        raise Conflict

    frozen = random.getstate()
    for _copy in range(2):
        random.setstate(frozen)
        with pytest.raises(Conflict):
            beaten()
    first, second = pauses[:3], pauses[3:]
    assert first != second
