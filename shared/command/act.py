"""One thing the command does: its name, what it asks for, what it does."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """`does` prints by itself and answers the exit status; 2 says that it could not begin."""

    name: str
    says: str
    asks: Callable[[ArgumentParser], None]
    does: Callable[[Namespace], int]
