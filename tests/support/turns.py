"""Several at one table whose requests are sent one by one, in an order that was drawn before."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from random import Random
from types import SimpleNamespace
from typing import Any
from unittest import mock

from shared.table.commit import Table

at_once = mock.patch("shared.retry._JITTER", SimpleNamespace(uniform=lambda least, most: 0))
"""Between two tries nobody waits. `time.sleep` stays as it is: the engine's threads use it too."""
PATIENCE = 20
"""Seconds anybody waits for a turn; reached only where the test itself is wrong."""


@dataclass
class Turns:
    """Whose request is next. Who has finished is passed over."""

    order: Iterator[int]
    there: set[int]
    _next: int = -1
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def __post_init__(self) -> None:
        with self._changed:
            self._draw()

    @contextmanager
    def taken(self, who: int) -> Iterator[None]:
        with self._changed:
            assert self._changed.wait_for(lambda: self._next == who, PATIENCE), "nobody moves"
            try:
                yield
            finally:
                self._draw()

    def leave(self, who: int) -> None:
        with self._changed:
            self.there.discard(who)
            if self._next == who:
                self._draw()

    def _draw(self) -> None:
        following = (who for who in self.order if who in self.there)
        self._next = next(following) if self.there else -1
        self._changed.notify_all()


@dataclass
class Waiting:
    """A DynamoDB client each of whose requests waits for its turn."""

    client: Any
    turns: Turns
    who: int

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self.client, name)
        if not callable(asked) or name in {"get_paginator", "meta"}:
            return asked

        def ask(**arguments: Any) -> Any:
            with self.turns.taken(self.who):
                return asked(**arguments)

        return ask


def interleaved(table: Table, acts: Sequence[Callable[[Table], Any]], seed: int) -> list[Any]:
    """What each act returned or raised, with its requests sent in the order `seed` draws."""
    drawn = Random(seed).choices(range(len(acts)), k=40)
    turns = Turns(cycle(drawn + list(range(len(acts)))), set(range(len(acts))))

    def run(who: int) -> Any:
        waiting: Any = Waiting(table.client, turns, who)
        try:
            return acts[who](Table(table.name, waiting))
        except Exception as error:
            return error
        finally:
            turns.leave(who)

    with ThreadPoolExecutor(len(acts)) as crowd:
        return list(crowd.map(run, range(len(acts))))
