"""A log in words, a company's or the agency's: who did what, about what, from what to what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from shared.domain.audit import Audited
from shared.domain.locale import Locale
from shared.domain.tokyo import TOKYO
from shared.pages.catalogue import words
from shared.pages.sheet import Cell, sheet
from shared.pages.when import moment

type Names = Mapping[str, str]
COMPANY_LOG: Final = "audit"
"""The words of a company's; the agency's are others."""
OURS: Final = "company"
COSTS: Final = "company.costs"
BEFORE: Final = ".before"
AFTER: Final = ".after"
ARROW: Final = " → "
NAMES: Final = ("label.after", "label", "title.after")
"""What a note calls what it is about."""


@dataclass(frozen=True, slots=True)
class Line:
    """
    Args:
        by: how they did it: as a person, or a program with a key.
        about: its name where it has one here, else what kind of thing it is.
        about_id: of what has no name here.
        changes: a label each, and what is told.
    """

    act: Audited
    when: str
    who: str
    by: str
    what: str
    about: str
    about_id: str
    changes: tuple[tuple[str, str], ...]


def lines(
    acts: Sequence[Audited], names: Names, locale: Locale, log: str = COMPANY_LOG
) -> list[Line]:
    """Newest first, as they are kept: what was renamed has its last name."""
    said, known = words(locale, log), {**_called(acts), **names}
    return [_line(act, known, said, locale) for act in acts]


def _called(acts: Iterable[Audited]) -> Names:
    found = dict[str, str]()
    for act in acts:
        for name in filter(None, map(act.told.get, NAMES)):
            found.setdefault(act.about, name)
    return found


def _line(act: Audited, names: Names, said: Mapping[str, Any], locale: Locale) -> Line:
    is_key = act.who == act.key_id
    nobody: str = said["nameless"]["key" if is_key else "person"]
    kind, name = said["abouts"].get(_kind(act)), names.get(act.about)
    return Line(
        act=act,
        when=moment(act.at, locale),
        who=names.get(act.who) or nobody.format(id=act.who[:12]),
        by=said["by"]["key" if is_key else "person"],
        what=said["acts"].get(act.what, act.what),
        about=name or kind or act.about,
        about_id="" if name or not kind or _kind(act) == OURS else act.about,
        changes=tuple(_costs(act, said) if act.what == COSTS else _changes(act.told, names, said)),
    )


def _kind(act: Audited) -> str:
    """The company itself, or by its id."""
    return OURS if act.about == act.company_id else act.about.partition("_")[0]


def _costs(act: Audited, said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """A channel each as the form has them, without those nobody comes by."""
    for channel, name in said["channels"].items():
        hires, _, each = act.told.get(channel, "0 x 0").partition(" x ")
        if int(hires) or int(each):
            yield name, said["hires"].format(hires=int(hires), each=int(each))


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


def audit_sheet(
    acts: Sequence[Audited], names: Names, locale: Locale, log: str = COMPANY_LOG
) -> str:
    said = words(locale, log)
    columns: dict[str, str] = said["columns"]
    return sheet(list(columns.values()), map(_row, lines(acts, names, locale, log)))


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
