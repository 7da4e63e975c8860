"""Words for a terminal, as they come."""

from collections.abc import Iterable, Sequence


def printed(lines: Iterable[str]) -> None:
    """At once: what the CDK says in between goes to the same place."""
    for line in lines:
        print(line, flush=True)


def columns(rows: Sequence[Sequence[str]]) -> str:
    """
    >>> print(columns([("queue", "waits"), ("Mail", "0")]))
    queue  waits
    Mail   0
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return "\n".join(lines)
