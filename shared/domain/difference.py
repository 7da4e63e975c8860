"""Where what is kept is not what follows from what happened. Ids and figures, nobody's data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any, Final

from shared.domain.books import Figures, Grounds
from shared.domain.entry import GENESIS, Entry
from shared.domain.entry_laws import Unlike, unlike
from shared.domain.ids import CompanyId
from shared.domain.rebuild import number_of, rebuilt

NOTHING: Final = "nothing"


@dataclass(frozen=True, slots=True)
class Difference:
    company_id: CompanyId
    what: str
    stored: str
    rebuilt: str


def differences(grounds: Grounds, stored: Figures) -> list[Difference]:
    """What rests on a broken chain is not judged until the chain is mended."""
    chain = list(_chain(grounds.entries))
    found = chain or [*_acts(grounds), *_figures(stored, rebuilt(grounds))]
    return [_told(grounds, one) for one in found]


def broken(grounds: Grounds) -> list[Difference]:
    """What is wrong with the grounds themselves: nothing can be made anew from these."""
    found = list(_chain(grounds.entries)) or _acts(grounds)
    return [_told(grounds, one) for one in found]


def _told(grounds: Grounds, found: Unlike) -> Difference:
    what, stored, made = found
    return Difference(grounds.company_id, what, str(stored), str(made))


def _chain(entries: Iterable[Entry]) -> Iterator[Unlike]:
    """An entry whose own words changed is named, and not the sound one that follows it."""
    before = {GENESIS}
    for seq, entry in enumerate(entries, start=1):
        digest = entry.digest()
        if entry.seq != seq:
            yield f"entry {seq}", NOTHING, f"entry {seq}"
            return
        if entry.hash != digest:
            yield f"entry {seq} hash", entry.hash, digest
        elif entry.prev_hash not in before:
            yield f"entry {seq} prev_hash", entry.prev_hash, min(before)
        before = {entry.hash, digest}


def _acts(grounds: Grounds) -> Iterator[Unlike]:
    """What an entry alone does not tell is kept beside it, and nothing without its entry."""
    yield from _milestones(grounds)
    adjusted = {(number_of(e), e.amount) for e in grounds.entries if e.kind == "adjust"}
    yield from _beside("adjustment", adjusted, {(a.number, a.amount) for a in grounds.adjustments})
    restored = {number_of(e) for e in grounds.entries if e.kind == "restore"}
    yield from _beside("restored", restored, set(grounds.restored))


def _beside(what: str, posted: set[Any], kept: set[Any]) -> Iterator[Unlike]:
    for act in sorted(posted - kept):
        yield f"{what} {act}", NOTHING, f"{what} {act}"
    for act in sorted(kept - posted, key=str):
        yield f"{what} {act}", f"{what} {act}", NOTHING


def _milestones(grounds: Grounds) -> Iterator[Unlike]:
    """They are numbered without a gap, and one is granted where the ledger says so."""
    posted = {number_of(e) for e in grounds.entries if e.kind == "grant"}
    states = {milestone.number: milestone.state for milestone in grounds.milestones}
    for number in range(1, max([*posted, *states], default=0) + 1):
        state = states.get(number, NOTHING)
        if (state == "granted") != (number in posted) or state == NOTHING:
            yield f"milestone {number}", state, "granted" if number in posted else "reached"


def _figures(stored: Figures, made: Figures) -> Iterator[Unlike]:
    yield from _fields("tally", stored.tally, made.tally)
    yield from _fields("head", stored.head, made.head)
    for what, figure in (("tally", made.tally), ("head", made.head)):
        if not figure.lawful:
            yield f"{what} law", "broken", "kept"
    if stored.head.net > made.tally.n:
        yield "published", stored.head.net, made.tally.n
    lots, remade = ({lot.number: lot for lot in of.lots} for of in (stored, made))
    for number in sorted(lots.keys() | remade.keys()):
        yield from _fields(f"lot {number}", lots.get(number), remade.get(number))
    for place in sorted(stored.available.keys() | made.available.keys()):
        shown = (of.available.get(place) for of in (stored, made))
        yield from _fields(f"available {place[1]}", *shown)
    for entry_id in sorted(stored.posted.keys() | made.posted.keys()):
        seqs = (of.posted.get(entry_id, NOTHING) for of in (stored, made))
        yield from unlike(f"posted {entry_id}", *seqs)


def _fields(what: str, stored: Any, made: Any) -> Iterator[Unlike]:
    if stored is None or made is None:
        yield from unlike(what, *(NOTHING if of is None else what for of in (stored, made)))
        return
    for field in fields(made):
        name = field.name
        yield from unlike(f"{what} {name}", getattr(stored, name), getattr(made, name))
