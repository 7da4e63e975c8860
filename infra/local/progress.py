"""What is done now and how long it took: alive on a terminal, plain lines elsewhere."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console


class Progress:
    def __init__(self) -> None:
        self.console = Console(highlight=False, soft_wrap=True)

    @contextmanager
    def step(self, doing: str) -> Iterator[None]:
        began = time.monotonic()
        if self.console.is_terminal:
            with self.console.status(doing):
                yield
        else:
            self.say(f"  {doing} ...")
            yield
        self.say(f"  [green]ok[/] {doing} [dim]({time.monotonic() - began:.1f} s)[/]")

    def say(self, words: str = "") -> None:
        self.console.print(words)
