"""One thing an operator does: its name, what it asks for, what it does."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


def nothing(_: ArgumentParser) -> None:
    """An act that is told its stage alone."""


@dataclass(frozen=True, slots=True)
class Act:
    """What `does` answers is printed as JSON; one that talks by itself answers None."""

    name: str
    says: str
    does: Callable[[Namespace], Any]
    asks: Callable[[ArgumentParser], None] = nothing
