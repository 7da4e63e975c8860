"""Whose data was in a time window: written then, or there to be read (S16).

A person has several names: registrations, a file, files merged into it. What is told under any of
them is told of the person.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Address:
    """Who to write to. An erased person has a name at most."""

    name: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """What one item tells of somebody.

    Args:
        who: a registration, a candidate, a company's contact, a member.
        at: when it was written, as far as it says.
        same: other names of the same person.
        until: from then on it tells nothing any more.
        with_file: it tells nothing once their file was erased.
    """

    who: str
    what: str
    at: tuple[datetime, ...] = ()
    same: tuple[str, ...] = ()
    until: datetime | None = None
    address: Address | None = None
    with_file: bool = False

    def changed(self, begin: datetime, end: datetime) -> bool:
        return any(begin <= at < end for at in self.at)

    def readable(self, begin: datetime, end: datetime) -> bool:
        """What does not say when it came was there all the time."""
        return (not self.at or min(self.at) < end) and (self.until is None or self.until >= begin)


@dataclass(slots=True)
class Person:
    names: set[str] = field(default_factory=set)
    changed: Counter[str] = field(default_factory=Counter)
    readable: set[str] = field(default_factory=set)
    address: Address | None = None

    def note(self, trace: Trace, begin: datetime, end: datetime) -> None:
        if trace.changed(begin, end):
            self.changed[trace.what] += 1
        if trace.readable(begin, end):
            self.readable.add(trace.what)
        if trace.address and (self.address is None or trace.address.email):
            self.address = trace.address


def affected(traces: Iterable[Trace], begin: datetime, end: datetime) -> Iterator[Person]:
    """From `begin` on and before `end`; in the order of their first names."""
    read = list(traces)
    first, erased = _first_names(read), {t.who: t.until for t in read if t.until}
    told = [replace(t, until=erased.get(t.who)) if t.with_file else t for t in read]
    people = dict[str, Person]()
    for trace in told:
        person = people.setdefault(first[trace.who], Person())
        person.names |= {trace.who, *trace.same}
        person.note(trace, begin, end)
    for name in sorted(people):
        if people[name].changed or people[name].readable:
            yield people[name]


def _first_names(traces: Iterable[Trace]) -> Mapping[str, str]:
    """Of all names of one person, the one that sorts first."""
    above = dict[str, str]()

    def top(name: str) -> str:
        while (higher := above.setdefault(name, name)) != name:
            above[name] = above[higher]
            name = higher
        return name

    for trace in traces:
        top(trace.who)
        for other in trace.same:
            first, last = sorted((top(trace.who), top(other)))
            above[last] = first
    return {name: top(name) for name in list(above)}
