"""Two files side by side: what is alike is marked, and a button says whose they are."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from shared.domain.candidate_file import CandidateFile
from shared.domain.duplicate import Answer, alike
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from shared.table.commit import Table
from shared.table.duplicates import Duplicates
from tests.support.builders import BOLT, NOON
from tests.support.counting import Counted
from tests.support.desk import AtDesk, at_desk, desk_over
from tests.support.files_desk import Desk as Files
from tests.support.files_desk import desk_on
from tests.support.long_lists import again, names
from tests.support.table import fresh_table

HERE = "/agency/duplicates"
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Two:
    table: Table
    files: Files
    ada: AtDesk
    one: CandidateFile
    other: CandidateFile
    pair: str


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def two(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Two:
    table = fresh_table(counted.client)
    desk_over(table, monkeypatch)
    files = desk_on(table, monkeypatch)
    one = files.filed("ada", phone="090-1234-5678", desired_location="東京")
    other = files.filed(
        "bob", BOLT, NOON + DAY, phone="+81 90-1234-5678", desired_location="東　京"
    )
    [pair], _ = Duplicates(table).waiting(limit=2, after=None)
    return Two(table, files, at_desk(table), one, other, pair.duplicate_id)


def test_what_is_alike_is_marked_however_it_was_typed(two: Two) -> None:
    files = CandidateFiles(two.table)
    one, other = files.find(two.one.candidate_id), files.find(two.other.candidate_id)
    assert alike(one, other) == {"phone", "desired_location"}
    status, page = two.ada.reads(HERE)
    assert status == 200
    for said in ("ada@example.org", "bob@example.org", "090-1234-5678", "電話番号が同じです"):
        assert said in page
    assert page.count(">同じ<") == 4


def test_the_one_that_is_chosen_is_kept_and_twice_is_once(two: Two) -> None:
    kept = two.other.candidate_id
    for _ in range(2):
        led = two.ada.sends(f"{HERE}/{two.pair}/merge", keep=kept, once="word")
        assert led == (303, f"{HERE}?done=merged")
    assert CandidateFiles(two.table).find(two.one.candidate_id).candidate_id == kept
    for part in ("", "/messages", "/history"):
        led = two.ada.reads(f"/agency/candidates/{two.one.candidate_id}{part}")
        assert led == (303, f"/agency/candidates/{kept}")
    assert "待っているものはありません" in two.ada.reads(HERE)[1]


def test_two_people_are_not_asked_about_again(two: Two) -> None:
    led = two.ada.sends(f"{HERE}/{two.pair}/distinct")
    assert led == (303, f"{HERE}?done=distinct")
    assert Duplicates(two.table).find(two.pair).answer is Answer.DISTINCT
    assert two.pair not in two.ada.reads(HERE)[1]


def test_a_file_points_to_a_pair_until_it_is_decided(two: Two) -> None:
    path = f"/agency/candidates/{two.one.candidate_id}"
    assert "同じ方かもしれないファイルが1件" in two.ada.reads(path)[1]
    two.ada.sends(f"{HERE}/{two.pair}/distinct")
    assert "同じ方かもしれないファイル" not in two.ada.reads(path)[1]


def test_what_somebody_else_decided_meanwhile_is_said(two: Two) -> None:
    two.ada.sends(f"{HERE}/{two.pair}/distinct")
    status, page = two.ada.sends(f"{HERE}/{two.pair}/merge", keep=two.one.candidate_id)
    assert status == 409
    assert "その間に、ほかの人が決めた" in page


@pytest.mark.parametrize("keep", ["", "cnd_nobody"])
def test_a_file_that_is_none_of_the_two_is_not_kept(two: Two, keep: str) -> None:
    assert two.ada.sends(f"{HERE}/{two.pair}/merge", keep=keep)[0] == 422
    assert Duplicates(two.table).find(two.pair).answer is Answer.OPEN


def test_an_erased_side_says_so_and_is_merged_with_nobody(two: Two) -> None:
    two.files.asks("POST", f"/v1/agency/candidates/{two.one.candidate_id}/erasure")
    page = two.ada.reads(HERE)[1]
    assert "ada@example.org" not in page
    assert "/merge" not in page
    assert f"{two.pair}/distinct" in page


def test_a_page_of_pairs_is_three_requests_and_goes_on_by_its_cursor(
    two: Two, counted: Counted
) -> None:
    for n in range(11):
        for at, name in enumerate((f"x{n}", f"y{n}")):
            phone = f"090-0000-{n:04}"
            two.files.filed(name, at=NOON + (2 + n) * DAY + at * timedelta(hours=1), phone=phone)
    counted.since()
    page = two.ada.reads(HERE)[1]
    assert counted.since()[1:] == ["Query", "TransactGetItems", "TransactWriteItems"]
    two.ada.reads(HERE)
    assert counted.since()[1:] == ["Query", "TransactGetItems"]
    assert page.count("/distinct") == 10
    query = page.partition(f"{HERE}?cursor=")[2].partition('"')[0]
    assert two.ada.reads(f"{HERE}?cursor={query}")[1].count("/distinct") == 2


def test_files_that_were_merged_since_are_read_together_by_their_new_names(
    two: Two, counted: Counted
) -> None:
    merged, into = names("cnd_m", 9), names("cnd_k", 9)
    again(two.table, keys.duplicate(two.pair), merged, two.one.candidate_id)
    kept = keys.candidate_file(two.other.candidate_id)
    again(two.table, kept, into, two.other.candidate_id, remove=keys.DUE)
    for name, of in zip(merged, into, strict=True):
        again(two.table, kept, [name], two.other.candidate_id, put={"merged_into": of})
    counted.since()
    page = two.ada.reads(HERE)[1]
    read = ["Query", "TransactGetItems", "TransactGetItems"]
    assert counted.since()[1:] == [*read, "TransactWriteItems"]  # the last notes who opened them
    assert all(f'href="/agency/candidates/{name}"' in page for name in into)
