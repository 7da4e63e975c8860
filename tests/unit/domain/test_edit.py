"""Two edits of one file, put beside each other."""

from dataclasses import replace

import pytest

from shared.domain.edit import Basis, meanwhile, texts
from shared.domain.errors import FileChanged
from tests.support.recommending import a_file

FILE = a_file(notes="one", blocked=("甲社",))
BASIS = Basis.of(FILE)


def test_a_file_that_did_not_move_is_in_nobodys_way() -> None:
    BASIS.check(FILE)
    BASIS.check(replace(FILE, adviser="一", version=7))


def test_a_field_that_moved_is_named() -> None:
    moved = replace(FILE, notes="two", version=1)
    with pytest.raises(FileChanged) as refused:
        BASIS.check(moved)
    assert refused.value.fields == {"notes"}


def test_moved_and_moved_back_is_as_it_was() -> None:
    BASIS.check(replace(FILE, version=2))


def test_each_field_that_differs_says_whose_change_it_is() -> None:
    now = replace(FILE, notes="theirs", blocked=("乙社",), version=1)
    typed = {**texts(FILE), "notes": "mine", "desired_location": "札幌"}
    found = {one.name: one for one in meanwhile(BASIS, now, typed)}
    assert found.keys() == {"notes", "blocked", "desired_location"}
    assert [found[n].is_both for n in ("notes", "blocked", "desired_location")] == [
        True,
        False,
        False,
    ]
    assert [found[n].kept for n in ("notes", "blocked", "desired_location")] == [
        "mine",
        "乙社",
        "札幌",
    ]


def test_the_same_change_twice_is_nobodys_quarrel() -> None:
    now = replace(FILE, notes="both", version=1)
    [found] = meanwhile(BASIS, now, {**texts(FILE), "notes": "both\r\n"})
    assert not found.is_both
