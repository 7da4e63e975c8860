"""What a reader sees of a document: its words without tags, its tags with their attributes."""

from html.parser import HTMLParser

_UNSEEN = {"style", "head"}
_INLINE = {"span", "bdi", "a"}
Tag = tuple[str, dict[str, str | None]]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.words: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._unseen += tag in _UNSEEN
        if tag not in _INLINE:
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(data)


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    return reader


def words(html: str) -> str:
    """The words of the body, one space where there was any white space."""
    return " ".join("".join(_read(html).words).split())


def tags(html: str, name: str = "") -> list[dict[str, str | None]]:
    return [attributes for tag, attributes in _read(html).tags if name in ("", tag)]
