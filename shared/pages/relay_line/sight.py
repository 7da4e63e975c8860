"""A mail of HTML as its reader sees it, line by line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """`at` is a place between two tags, `in_phrase` whether no paragraph may stand there."""

    text: str
    at: int
    in_phrase: bool


@dataclass(frozen=True, slots=True)
class Sight:
    lines: tuple[Line, ...]
    links: tuple[str, ...]
    end: int
    """Behind the last of its content."""

    @property
    def said(self) -> str:
        return "\n".join((*(line.text for line in self.lines), *self.links))
