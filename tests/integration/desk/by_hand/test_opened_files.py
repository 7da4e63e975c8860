"""Who opened a file is in the audit log, once an hour, and nothing personal with it."""

from datetime import timedelta
from typing import Any

import pytest

from shared.domain.audit import Audited
from shared.domain.duplicate import Duplicate, Sign
from shared.domain.member import Role
from shared.table import duplicate_item
from shared.table.openings import Openings
from tests.support.acts import let_in
from tests.support.builders import BOLT, NOON
from tests.support.desk import ADA as ADAS_KEY
from tests.support.desk import Desk, at_desk
from tests.support.fakes.cvs import FakeCvs
from tests.support.recommending import ADA, JOB, REC, a_file, an_order
from tests.support.recommending import Desk as Hiring

FILE = f"/agency/candidates/{ADA}"


@pytest.fixture(autouse=True)
def filed(desk: Desk) -> None:
    Hiring(desk.table).files(a_file())


def openings(desk: Desk) -> list[Any]:
    return [a for a in desk.knows("/audit-log")["items"] if a["what"].endswith(".open")]


def test_who_opened_a_file_is_noted_once_an_hour(desk: Desk) -> None:
    ada, hanako = at_desk(desk.table), at_desk(desk.table, Role.MANAGER)
    for adviser in (ada, hanako, ada, ada):
        assert adviser.reads(FILE)[0] == 200
    noted = openings(desk)
    assert sorted(a["who"] for a in noted) == sorted([ada.person, hanako.person])
    assert {(a["what"], a["about"]) for a in noted} == {("candidate.open", ADA)}
    assert [a["told"] for a in noted] == [{}, {}]


def test_a_page_about_a_job_order_that_shows_their_data_is_noted_as_well(desk: Desk) -> None:
    let_in(desk.stores)
    let_in(desk.stores, BOLT)
    hiring = Hiring(desk.table)
    hiring.posts(an_order())
    hiring.asks()
    order = f"/agency/companies/{BOLT}/job-orders/{JOB}"
    for path in (f"{order}/ask?candidate={ADA}", f"{order}/recommendations/{REC}", f"{FILE}/ask"):
        reader = at_desk(desk.table, person=f"{len(path)}@agency.example")
        for _ in range(2):
            assert reader.reads(path)[0] == 200
        noted = [act for act in openings(desk) if act["who"] == reader.person]
        assert [(act["what"], act["about"]) for act in noted] == [("candidate.open", ADA)]


def test_two_side_by_side_are_noted_both_and_once_an_hour(desk: Desk) -> None:
    bob, cyd = (a_file(name) for name in ("bob", "cyd"))
    pairs = [Duplicate(ADA, other.candidate_id, (Sign.PHONE,), NOON) for other in (bob, cyd)]
    for file in (bob, cyd):
        Hiring(desk.table).files(file)
    desk.table.commit(*duplicate_item.found(desk.table, pairs[:1]))
    ada = at_desk(desk.table)
    assert ada.reads("/agency/duplicates")[0] == 200
    assert {act["about"] for act in openings(desk)} == {ADA, bob.candidate_id}
    desk.table.commit(*duplicate_item.found(desk.table, pairs[1:]))
    ada.reads("/agency/duplicates")
    assert [act["about"] for act in openings(desk)].count(ADA) == 1
    assert len(openings(desk)) == 3
    assert desk.asks("GET", "/duplicates", by=ADAS_KEY)[0] == 200
    assert len([act for act in openings(desk) if act["key_id"] == f"key_{ADAS_KEY}"]) == 3


def test_one_that_is_opened_by_key_is_noted_too(desk: Desk) -> None:
    for path in (f"/candidates/{ADA}", f"/candidates/{ADA}/messages", f"/candidates/{ADA}"):
        assert desk.asks("GET", path, by=ADAS_KEY)[0] == 200
    [noted] = openings(desk)
    assert (noted["key_id"], noted["about"]) == (f"key_{ADAS_KEY}", ADA)


def test_a_cv_that_is_opened_is_noted_beside_its_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from functions.place import cvs

    fake = FakeCvs()
    monkeypatch.setattr(cvs, "cvs", lambda: fake)
    assert desk.asks("GET", f"/candidates/{ADA}/cv")[0] == 404
    assert openings(desk) == []


def test_another_hour_is_another_note_and_the_same_hour_is_not(desk: Desk) -> None:
    def at(minutes: int, who: str = "member_1", about: str = ADA) -> bool:
        moment = NOON + timedelta(minutes=minutes)
        act = Audited(f"aud_{minutes}{who}{about}", moment, who, "key_1", "candidate.open", about)
        return Openings(desk.table).note(act)

    assert [at(0), at(1), at(59), at(60), at(61)] == [True, False, False, True, False]
    assert at(2, who="member_2") and at(3, about="cnd_other")


def test_nothing_in_a_note_says_whose_file_it_is_but_its_id(desk: Desk) -> None:
    at_desk(desk.table).reads(FILE)
    [noted] = openings(desk)
    said = str(noted)
    for personal in ("Ada", "ada@example.org", "+819012345678", "東京"):
        assert personal not in said
