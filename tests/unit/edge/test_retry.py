"""Again, if somebody else committed first; never for any other reason."""

import time
from collections.abc import Callable
from itertools import count

import pytest

from shared.domain.errors import AlreadyDone, Conflict, RelayError
from shared.retry import TRIES, retry_on_conflict


def failing(times: int, error: type[RelayError]) -> tuple[Callable[[], int], list[int]]:
    calls, numbers = list[int](), count(1)

    def flow() -> int:
        calls.append(next(numbers))
        if len(calls) <= times:
            raise error
        return len(calls)

    return retry_on_conflict(flow), calls


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    seen: list[float] = []
    monkeypatch.setattr(time, "sleep", seen.append)
    return seen


def test_the_fourth_try_may_succeed_after_three_pauses(pauses: list[float]) -> None:
    flow, _ = failing(TRIES - 1, Conflict)
    assert flow() == TRIES
    assert len(pauses) == TRIES - 1
    assert all(0 <= pause <= 0.02 * 2**n for n, pause in enumerate(pauses))


def test_the_fourth_conflict_is_the_callers(pauses: list[float]) -> None:
    flow, calls = failing(TRIES, Conflict)
    with pytest.raises(Conflict):
        flow()
    assert (len(calls), len(pauses)) == (TRIES, TRIES - 1)


def test_another_refusal_is_not_tried_again(pauses: list[float]) -> None:
    flow, calls = failing(1, AlreadyDone)
    with pytest.raises(AlreadyDone):
        flow()
    assert (len(calls), pauses) == (1, [])
