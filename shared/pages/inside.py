"""Pages of who signed in: a verb's own templates and words in the frame they share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markupsafe import Markup

from shared.domain.locale import Locale
from shared.pages import statics
from shared.pages.catalogue import words
from shared.pages.locale import OTHER
from shared.pages.render import environment

FIELD = Markup('<input type="hidden" name="form" value="{}">')
ONCE = Markup('<input type="hidden" name="once" value="{}">')


def once(word: str) -> Markup:
    """In every form: two submits of it are one act."""
    return ONCE.format(word)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a page, and where.

    Args:
        here: the path of the page in the navigation that stands for this one.
        place: the company's or the agency's name.
        form_word: what a form of this session carries.
        shut: paths of the navigation that are not for them.
    """

    locale: Locale
    here: str
    place: str
    form_word: str
    shut: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Room:
    """
    Args:
        folder: `<page>.html` and `words/{ja,en}/<page>.toml`, of one verb.
        rooms: the navigation, as (path, the name of its label in words/<locale>/rooms.toml); what
            has no path heads those after it.
        labels: of rooms that several verbs have together: their file among our own words.
        tallied: of which paths it is said how much waits there, and by which name.
    """

    folder: Path
    rooms: Sequence[tuple[str, str]]
    labels: str | None = None
    tallied: Mapping[str, str] = field(default_factory=dict)

    def page(self, name: str, reader: Reader, **values: Any) -> str:
        """The whole HTML; `values` are the page's own."""
        here = self.words(reader.locale, name)
        labels = self._labels(reader.locale)
        told = {
            "w": here,
            "frame": here["frame"],
            "locale": reader.locale,
            "other": OTHER[reader.locale],
            "place": reader.place,
            "here": reader.here,
            "rooms": self._grouped(labels, reader.shut),
            "form_word": FIELD.format(reader.form_word),
            "tallied": self.tallied,
            "switch": f"?lang={OTHER[reader.locale]}",
            "static": statics.path,
            "answered": False,
            "mistakes": {},
            "values": {},
        }
        return environment(self.folder).get_template(f"{name}.html").render(told | values)

    def _grouped(
        self, labels: Mapping[str, str], shut: frozenset[str]
    ) -> list[tuple[str, list[tuple[str, str]]]]:
        groups: list[tuple[str, list[tuple[str, str]]]] = [("", [])]
        for path, label in self.rooms:
            if path in shut:
                continue
            if path:
                groups[-1][1].append((path, labels[label]))
            else:
                groups.append((labels[label], []))
        return [group for group in groups if group[1]]

    def _labels(self, locale: Locale) -> Mapping[str, Any]:
        return words(locale, self.labels) if self.labels else self.words(locale, "rooms")

    def words(self, locale: Locale, name: str) -> Mapping[str, Any]:
        return words(locale, name, self.folder / "words")
