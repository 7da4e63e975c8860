"""Whatever happened to a company and whatever one thing is changed in its file, that is named."""

from dataclasses import fields
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.command.lines import WrongEntryError
from shared.command.reading import parsed, whole
from shared.domain.entry import Entry
from shared.domain.ledger import Line
from shared.domain.proof import first_fault
from tests.support.ledger_life import LedgerLife, forged_statement, stated, written

NAMES = [field.name for field in fields(Entry)]
ACTS = ("seal", "grant", "uncount", "reserve", "release", "consume", "restore", "expire", "sleep")
ENDS: dict[str, tuple[str, str]] = {
    "reserve": ("available", "reserved"),
    "release": ("reserved", "available"),
    "consume": ("reserved", "consumed"),
    "restore": ("consumed", "available"),
    "expire": ("available", "expired"),
}


@st.composite
def lives(draw: st.DrawFn) -> LedgerLife:
    """Lawful, and at least one entry long."""
    life, credits, restored = LedgerLife(), dict[int, str](), set[int]()
    life.seal(3)
    for step, act in enumerate(draw(st.lists(st.sampled_from(ACTS), max_size=25))):
        match act:
            case "seal":
                life.seal(draw(st.integers(0, 14)))
            case "sleep":
                life.sleep()
            case "grant":
                credits[len(credits) + 1] = "available"
                life.grant(len(credits))
            case "uncount":
                _uncount(life, credits)
            case _:
                here, there = ENDS[act]
                found = [n for n, state in credits.items() if state == here]
                found = [n for n in found if act != "restore" or n not in restored]
                if found:
                    number = draw(st.sampled_from(found))
                    credits[number] = there
                    restored |= {number} if act == "restore" else set()
                    line: Any = (f"{act}:{number}:{step}", act, 1)
                    life.act(*list[Line]([line]))
    return life


def _uncount(life: LedgerLife, credits: dict[int, str]) -> None:
    if life.head.net == 0:
        return
    newest = max((n for n, state in credits.items() if state == "available"), default=None)
    void = newest if life.head.toward_next == 0 and life.head.deficit == 0 else None
    life.uncount(void)
    credits |= {void: "voided"} if void else {}


def said(file: dict[str, Any]) -> str | None:
    """What the command finds wrong with it; None where all is well."""
    try:
        fault = first_fault(whole([parsed(written(file))]))
    except WrongEntryError as why:
        return str(why)
    return str(fault) if fault else None


def names(file: dict[str, Any], place: int) -> str:
    of = file["entries"]
    return f"entry {place + 1} of {len(of)} ({of[place]['entry_id']})"


@given(lives())
@settings(max_examples=150, deadline=None)
def test_a_lawful_ledger_has_no_fault_as_it_is_and_read_from_its_file(life: LedgerLife) -> None:
    assert said(stated(life.statement())) is None
    assert first_fault(forged_statement(life.entries)) is None


@given(lives(), st.data())
@settings(max_examples=200, deadline=None)
def test_one_field_changed_names_its_entry(life: LedgerLife, data: st.DataObject) -> None:
    file = stated(life.statement())
    place = data.draw(st.integers(0, len(file["entries"]) - 1))
    entry = file["entries"][place]
    name = data.draw(st.sampled_from(NAMES))
    entry[name] = data.draw(others(entry[name]))
    unreadable = f"entry {place + 1} of its file ({entry['entry_id']!r}): "
    assert (said(file) or "").startswith((names(file, place), unreadable))


def others(value: Any) -> st.SearchStrategy[Any]:
    """Of its kind and of others; digits and days among them."""
    kinds = st.one_of(
        st.integers(), st.text(max_size=8), st.none(), st.booleans(), st.just([]), st.floats(0, 9)
    )
    near = [value + 1, -value - 1] if isinstance(value, int) else [f"{value}0", value[1:]]
    return st.one_of(st.sampled_from([*near, "count", "2026-03-02", "0" * 64]), kinds).filter(
        lambda other: type(other) is not type(value) or other != value
    )


@given(lives(), st.data())
@settings(max_examples=100, deadline=None)
def test_an_entry_taken_out_names_the_one_in_its_place(
    life: LedgerLife, data: st.DataObject
) -> None:
    file = stated(life.statement())
    place = data.draw(st.integers(0, len(file["entries"]) - 1))
    file["entries"].pop(place)
    cut = f"the statement ends before its head: entry {place + 1} is missing"
    between = place < len(file["entries"])
    in_its_place = f"{names(file, place)} has the number {place + 2}" if between else cut
    assert (said(file) or "").startswith(in_its_place)


@given(lives(), st.data())
@settings(max_examples=100, deadline=None)
def test_two_entries_swapped_name_the_first_place(life: LedgerLife, data: st.DataObject) -> None:
    file = stated(life.statement())
    places = st.integers(0, len(file["entries"]) - 1)
    one, other = sorted((data.draw(places), data.draw(places)))
    of = file["entries"]
    of[one], of[other] = of[other], of[one]
    assert (said(file) or "").startswith(names(file, one)) or one == other


@given(lives(), st.data())
@settings(max_examples=100, deadline=None)
def test_an_entry_said_twice_is_named_where_it_stands_again(
    life: LedgerLife, data: st.DataObject
) -> None:
    file = stated(life.statement())
    of = file["entries"]
    place = data.draw(st.integers(0, len(of) - 1))
    again = data.draw(st.integers(place + 1, len(of)))
    of.insert(again, of[place])
    assert (said(file) or "").startswith(names(file, again))
