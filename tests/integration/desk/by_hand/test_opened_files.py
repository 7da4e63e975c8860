"""Who opened a file is in the audit log, once an hour, and nothing personal with it."""

from datetime import timedelta
from typing import Any

import pytest

from shared.domain.audit import Audited
from shared.domain.member import Role
from shared.table.openings import Openings
from tests.support.builders import NOON
from tests.support.desk import ADA as ADAS_KEY
from tests.support.desk import Desk, at_desk
from tests.support.fakes.cvs import FakeCvs
from tests.support.recommending import ADA, a_file
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
