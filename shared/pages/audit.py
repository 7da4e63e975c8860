"""A company's log in words: who did what, about what, from what to what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from shared.domain.audit import Audited
from shared.domain.locale import Locale
from shared.domain.tokyo import TOKYO
from shared.pages.catalogue import words
from shared.pages.sheet import Cell, sheet
from shared.pages.when import moment

type Names = Mapping[str, str]
BEFORE: Final = ".before"
AFTER: Final = ".after"
ARROW: Final = " → "


@dataclass(frozen=True, slots=True)
class Line:
    """
    Args:
        by: how they did it: as a person, or a program with a key.
        about: its name where it has one here, else its id.
        changes: a label each, and what is told.
    """

    act: Audited
    when: str
    who: str
    by: str
    what: str
    about: str
    changes: tuple[tuple[str, str], ...]


def lines(acts: Iterable[Audited], names: Names, locale: Locale) -> list[Line]:
    said = words(locale, "audit")
    return [_line(act, names, said, locale) for act in acts]


def _line(act: Audited, names: Names, said: Mapping[str, Any], locale: Locale) -> Line:
    is_key = act.who == act.key_id
    nobody: str = said["nameless"]["key" if is_key else "person"]
    return Line(
        act=act,
        when=moment(act.at, locale),
        who=names.get(act.who) or nobody.format(id=act.who[:12]),
        by=said["by"]["key" if is_key else "person"],
        what=said["acts"].get(act.what, act.what),
        about=names.get(act.about) or said["abouts"].get(_kind(act), act.about),
        changes=tuple(_changes(act.told, names, said)),
    )


def _kind(act: Audited) -> str:
    """What an act is about that is about the company itself."""
    return "company" if act.about == act.company_id else ""


def _changes(
    told: Mapping[str, str], names: Names, said: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Before and after of a field stand beside each other."""
    values: Mapping[str, str] = said["values"]
    seen = dict[str, list[str]]()
    for name in sorted(told, key=lambda name: (_field(name), name.endswith(AFTER))):
        seen.setdefault(_field(name), []).append(values.get(told[name].lower(), told[name]))
    for field, both in seen.items():
        yield _label(field, names, said["fields"]), ARROW.join(both)


def _field(name: str) -> str:
    return name.removesuffix(BEFORE).removesuffix(AFTER)


def _label(field: str, names: Names, fields: Mapping[str, str]) -> str:
    """`hears-mem_..` is a field of somebody."""
    plain, _, of = field.partition("-")
    return f"{fields.get(plain, plain)} ({names.get(of, of)})" if of else fields.get(field, field)


def audit_sheet(acts: Iterable[Audited], names: Names, locale: Locale) -> str:
    said = words(locale, "audit")
    columns: dict[str, str] = said["columns"]
    return sheet(list(columns.values()), map(_row, lines(acts, names, locale)))


def _row(line: Line) -> tuple[Cell, ...]:
    act = line.act
    at = act.at.astimezone(TOKYO)
    changes = "; ".join(f"{label}: {value}" for label, value in line.changes)
    return (
        f"{at:%Y-%m-%d %H:%M:%S}",
        line.who,
        line.by,
        line.what,
        line.about,
        changes,
        act.what,
        act.about,
        act.who,
        act.audit_id,
    )
