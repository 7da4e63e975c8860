"""A word typed by somebody who means it, or said in YES where nobody can type."""

import os
import sys
from collections.abc import Callable

from infra.ops.refusal import RefusedError

type Ask = Callable[[str], str]


def agree(word: str, to: str, *, yes: str, ask: Ask | None) -> None:
    """`ask` is None where nobody sits at a terminal.

    Raises:
        RefusedError: another word, or none.
    """
    if yes == word:
        return
    if yes:
        raise RefusedError(f"YES={yes} does not agree to {to}; YES={word} would")
    if ask is None:
        raise RefusedError(f"nobody can type {word} here to agree to {to}; say YES={word}")
    if ask(f"Type {word} to {to}: ").strip() != word:
        raise RefusedError(f"{word} was not typed; nothing was changed")


def yes() -> str:
    return os.environ.get("YES", "")


def at_terminal() -> Ask | None:
    return input if sys.stdin.isatty() else None


def wishes() -> dict[str, str]:
    """What is done only on an operator's own word: LAPSED=yes, AT_ONCE=yes."""
    names = ("LAPSED", "AT_ONCE")
    return {name.lower(): "yes" for name in names if os.environ.get(name) == "yes"}
