"""Two advisers on one file: the later one is shown both, and nobody's words are lost."""

import re

import pytest

from shared.domain.member import Role
from shared.table.candidate_files import CandidateFiles
from shared.table.threads import Threads
from tests.support.desk import AtDesk, Desk, at_desk
from tests.support.filled import filled
from tests.support.recommending import ADA, a_file
from tests.support.recommending import Desk as Hiring

FILE = f"/agency/candidates/{ADA}"


@pytest.fixture
def two(desk: Desk) -> tuple[AtDesk, AtDesk]:
    Hiring(desk.table).files(a_file(notes="はじめのメモ", blocked=("甲社",)))
    return at_desk(desk.table), at_desk(desk.table, Role.MANAGER)


def form(adviser: AtDesk, **typed: str) -> dict[str, str]:
    """As it is shown, with what is typed into it."""
    return {**filled(adviser.reads(FILE)[1], FILE), **typed}


def notes(desk: Desk) -> str | None:
    return CandidateFiles(desk.table).find(ADA).notes


def test_what_one_changes_is_kept_and_the_rest_is_left_alone(
    desk: Desk, two: tuple[AtDesk, AtDesk]
) -> None:
    said = form(two[0], notes="二行の\r\nメモ", blocked="乙社\r\n\r\n甲社", search="paused")
    assert two[0].sends(FILE, **said) == (303, f"{FILE}?done=changed")
    file = CandidateFiles(desk.table).find(ADA)
    assert (file.notes, file.blocked, file.search) == ("二行の\nメモ", ("乙社", "甲社"), "paused")
    assert (file.candidate.desired_location, file.version) == ("東京", 1)
    [changed] = [a for a in desk.knows("/audit-log")["items"] if a["what"] == "candidate.change"]
    assert changed["told"] == {}


def test_the_later_save_is_refused_with_both_and_nothing_is_lost(
    desk: Desk, two: tuple[AtDesk, AtDesk]
) -> None:
    first, later = two
    early = form(first, notes="先の人のメモ", desired_location="札幌")
    late = form(later, notes="後の人のメモ", blocked="甲社\n乙社")
    assert first.sends(FILE, **early)[0] == 303
    status, page = later.sends(FILE, **late)
    assert status == 409
    assert notes(desk) == "先の人のメモ"
    for said in ("先の人のメモ", "後の人のメモ", "札幌", "乙社", "ふたりとも変えました"):
        assert said in page
    assert "メモ、希望の地域を変えた" in page or "希望の地域、メモを変えた" in page
    again = filled(page, FILE)
    assert (again["notes"], again["desired_location"]) == ("後の人のメモ", "札幌")
    both = "先の人のメモ\n後の人のメモ"
    assert later.sends(FILE, **{**again, "notes": both})[0] == 303
    file = CandidateFiles(desk.table).find(ADA)
    assert (file.notes, file.blocked) == (both, ("甲社", "乙社"))
    assert file.candidate.desired_location == "札幌"


def test_the_second_look_is_a_basis_of_its_own(desk: Desk, two: tuple[AtDesk, AtDesk]) -> None:
    first, later = two
    late = form(later, notes="後")
    first.sends(FILE, **form(first, notes="一"))
    again = filled(later.sends(FILE, **late)[1], FILE)
    first.sends(FILE, **form(first, notes="二"))
    status, page = later.sends(FILE, **again)
    assert status == 409
    assert "二" in page and notes(desk) == "二"


def test_what_else_happened_to_the_file_is_in_nobodys_way(
    desk: Desk, two: tuple[AtDesk, AtDesk]
) -> None:
    said = form(two[0], notes="新しいメモ")
    desk.posts(f"/candidates/{ADA}/messages", {"text": "こんにちは"})
    assert two[0].sends(FILE, **said)[0] == 303
    assert notes(desk) == "新しいメモ"
    assert len(Threads(desk.table).newest(ADA)[0]) == 1


def test_a_form_that_is_wrong_keeps_what_was_typed_and_what_it_was_filled_from(
    desk: Desk, two: tuple[AtDesk, AtDesk]
) -> None:
    first, later = two
    late = form(later, notes="あ" * 4001, desired_location="大阪")
    first.sends(FILE, **form(first, notes="先の人のメモ"))
    status, page = later.sends(FILE, **late)
    assert status == 422
    again = filled(page, FILE)
    assert (again["notes"], again["desired_location"]) == (late["notes"], "大阪")
    status, page = later.sends(FILE, **{**again, "notes": "短いメモ"})
    assert status == 409
    assert "短いメモ" in page and notes(desk) == "先の人のメモ"


def test_who_changes_nothing_writes_nothing(desk: Desk, two: tuple[AtDesk, AtDesk]) -> None:
    assert two[0].sends(FILE, **form(two[0])) == (303, f"{FILE}?done=changed")
    assert CandidateFiles(desk.table).find(ADA).version == 0


def test_a_form_of_nobodys_is_refused(two: tuple[AtDesk, AtDesk]) -> None:
    assert two[0].sends(FILE, notes="x")[0] == 422
    assert two[0].sends(FILE, notes="x", version="eins")[0] == 422


def test_notes_are_escaped_on_both_sides(two: tuple[AtDesk, AtDesk]) -> None:
    late = form(two[1], notes="<script>mine</script>")
    two[0].sends(FILE, **form(two[0], notes="<script>theirs</script>"))
    page = two[1].sends(FILE, **late)[1]
    assert not re.search(r"<script>(mine|theirs)", page)
    assert "&lt;script&gt;mine" in page and "&lt;script&gt;theirs" in page
