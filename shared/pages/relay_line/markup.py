"""Reads a mail of HTML for what is seen of it, and where in the source that stands."""

from html import unescape
from html.parser import HTMLParser
from itertools import accumulate
from typing import Final

from shared.domain.errors import InvalidRequest
from shared.pages.relay_line.sight import Line, Sight
from shared.pages.relay_line.tags import (
    BLOCKS,
    HELD,
    PHRASES,
    UNSEEN,
    VOID,
    WRAPPERS,
    Attributes,
    ends_letter,
)

DEEPEST: Final = 1000
"""Tags within tags."""


def seen(html: str) -> Sight:
    """Raises InvalidRequest: it ends within a tag, a comment, or what no reader sees; too deep."""
    reader = _Reader(html)
    try:
        reader.feed(html)
        reader.finish()
    except (AssertionError, ValueError):
        raise unreadable() from None
    end = len(html) if reader.last is None else reader.last
    return Sight(tuple(reader.lines), tuple(reader.links), end)


def unreadable() -> InvalidRequest:
    return InvalidRequest("this is not HTML that can be read to its end", {"html": "malformed"})


class _Reader(HTMLParser):
    """Never closed: closing guesses what an unfinished tag was to be, for as long as it likes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self.links: list[str] = []
        self.last: int | None = None
        self._rows = [0, *accumulate(len(row) + 1 for row in html.split("\n"))]
        self._open: list[str] = []
        self._unseen = ""
        self._words: list[str] = []
        self._begun: Line | None = None

    def finish(self) -> None:
        """Raises ValueError: what is left is not words."""
        left = self.rawdata
        if self._unseen or self.cdata_elem or (left.startswith("<") and left != "<"):
            raise ValueError("unfinished")
        if left:
            self.handle_data(unescape(left))
        self._break()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if self._unseen:
            return
        self._begin(tag, attrs)
        if tag in UNSEEN:
            self._unseen = tag
        elif tag not in VOID:
            self._open.append(tag)
        if len(self._open) > DEEPEST:
            raise ValueError("too deep")

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            self._unseen = "" if tag == self._unseen else self._unseen
            return
        if tag in ("body", "html"):
            self.last = self._here() if self.last is None else self.last
        if tag in BLOCKS:
            self._break()
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if data.strip():
            self._mark()
            self.last = None
        self._words.append(data)

    def _begin(self, tag: str, attrs: Attributes) -> None:
        self.links += [value for name, value in attrs if name == "href" and value]
        self._leave_line(tag)
        if tag == "hr":
            self._rule("---")
        elif ends_letter(tag, attrs):
            self._rule("--")
        elif tag in WRAPPERS:
            self._mark()
        elif tag in HELD:
            self._begun = None

    def _leave_line(self, tag: str) -> None:
        """A block ends a line that has words, and a paragraph; what breaks a line always does."""
        if tag == "br" or (tag in BLOCKS and "".join(self._words).strip()):
            self._break()
        if tag in BLOCKS and self._open[-1:] == ["p"]:
            self._open.pop()

    def _rule(self, text: str) -> None:
        """A line of its own that nobody typed."""
        self._break()
        self._mark()
        self._words.append(text)
        self._break()

    def _mark(self) -> None:
        """A line begins here, if none has."""
        if self._begun is None:
            self._begun = Line("", self._here(), self._in_phrase())

    def _break(self) -> None:
        begun = self._begun or Line("", self._here(), self._in_phrase())
        words = " ".join("".join(self._words).split())
        self.lines.append(Line(words, begun.at, begun.in_phrase))
        self._words, self._begun = [], None

    def _in_phrase(self) -> bool:
        return bool(self._open) and self._open[-1] in PHRASES

    def _here(self) -> int:
        row, column = self.getpos()
        return self._rows[row - 1] + column
