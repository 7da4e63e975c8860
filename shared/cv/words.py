"""The text of a Word document, a line a paragraph."""

from typing import Any, Final
from xml.parsers import expat

from shared.domain.cv import Flaw, refused
from shared.domain.forbidden import LONGEST

_TEXT: Final = "w:t"
_BETWEEN: Final = {"w:tab": " ", "w:br": "\n", "w:p": "\n", "w:tc": "\n"}


class Words:
    def __init__(self) -> None:
        self._found: list[str] = []
        self._left = LONGEST
        self._reading = False

    @classmethod
    def of(cls, document: bytes) -> str:
        """Raises CvRefused, expat.ExpatError."""
        words, parser = cls(), expat.ParserCreate()
        parser.StartDoctypeDeclHandler = words._declared
        parser.StartElementHandler = words._begins
        parser.EndElementHandler = words._ends
        parser.CharacterDataHandler = words._says
        parser.Parse(document, True)
        return "".join(words._found)

    def _declared(self, *_: Any) -> None:
        """No word processor declares entities; who does means to have them multiplied."""
        raise refused(Flaw.TOO_MUCH_INSIDE)

    def _begins(self, name: str, _: Any) -> None:
        self._reading = name == _TEXT

    def _ends(self, name: str) -> None:
        self._reading = False
        self._add(_BETWEEN.get(name, ""))

    def _says(self, text: str) -> None:
        if self._reading:
            self._add(text)

    def _add(self, text: str) -> None:
        self._found.append(text[: self._left])
        self._left -= len(self._found[-1])
