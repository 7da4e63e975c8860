"""Of a list, more than DynamoDB hands over at once."""

from collections.abc import Sequence
from typing import Protocol


class Pages[T](Protocol):
    def __call__(self, *, limit: int, after: str | None) -> tuple[Sequence[T], str | None]: ...


def many[T](page: Pages[T], most: int, after: str | None) -> tuple[Sequence[T], str | None]:
    """As `page`, until it is so many or the end."""
    found, following = page(limit=most, after=after)
    while following and len(found) < most:
        more, following = page(limit=most - len(found), after=following)
        found = [*found, *more]
    return found, following
