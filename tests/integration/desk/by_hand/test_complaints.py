"""Complaints on pages: noted, dealt with, closed; their words stay out of the audit log."""

from datetime import timedelta

import pytest

from shared import clock
from shared.domain.asked_of_us import KEPT_YEARS
from shared.domain.complaint import Complainant, Complaint, ComplaintKind
from shared.domain.member import Role
from shared.domain.tokyo import day, years_after
from shared.table import keys
from shared.table.codec import stamp
from shared.table.complaints import Complaints
from shared.table.parts import Parts
from tests.support.aftercare import a_file, open_file
from tests.support.desk import AtDesk, Desk, at_desk

HERE = "/agency/complaints"
SAID = "佐藤 花子様: 面談の時間に連絡がなかった"
STEP = "担当者に確かめ、佐藤様に電話でおわびした"


def today() -> str:
    return str(day(clock.now()))


def a_form(**other: str) -> dict[str, str]:
    return {"received_on": today(), "by": "candidate", "kind": "staff", "text": SAID} | other


def noted(desk: Desk) -> tuple[AtDesk, Complaint]:
    ada = at_desk(desk.table)
    assert ada.sends(HERE, **a_form(), once="w") == (303, f"{HERE}?done=added")
    [found], _ = Complaints(desk.table).open(limit=10, after=None)
    return ada, found


def a_complaint(n: int, days_ago: int = 0) -> Complaint:
    now = clock.now()
    received = day(now) - timedelta(days=days_ago)
    said = (Complainant.OTHER, ComplaintKind.OTHER, f"text {n}")
    return Complaint(f"cpl_{n:04d}", received, "somebody", now, *said)


def of_somebody_erased(desk: Desk) -> tuple[AtDesk, str]:
    """Their complaint's page, once its words are gone."""
    ada, file = at_desk(desk.table), a_file()
    open_file(desk.table, file)
    assert ada.sends(HERE, **a_form(whose=file.candidate_id), once="w")[0] == 303
    [found], _ = Complaints(desk.table).open(limit=10, after=None)
    assert Parts(desk.table).asked(file.candidate_id) == [found.complaint_id]
    assert f"/agency/candidates/{file.candidate_id}" in ada.reads(f"{HERE}/{found.complaint_id}")[1]
    Complaints(desk.table).forget(found.complaint_id, clock.now())
    return ada, f"{HERE}/{found.complaint_id}"


def test_of_somebody_erased_no_words_are_shown_and_none_are_taken(desk: Desk) -> None:
    ada, path = of_somebody_erased(desk)
    page = ada.reads(path)[1]
    assert "ご本人の情報とともに消去しました" in page and SAID not in page
    assert "textarea" not in page
    assert ada.sends(f"{path}/note", step=STEP, once="n")[0] == 409
    assert ada.sends(f"{path}/close", once="c") == (303, f"{path}?done=closed")
    assert "ご本人の情報とともに消去しました" in ada.reads(path)[1]


def test_a_complaint_of_a_file_there_is_not_is_asked_for_again(desk: Desk) -> None:
    status, page = at_desk(desk.table).sends(HERE, **a_form(whose="cnd_nobody"), once="w")
    assert status == 422
    assert "この方の登録は見つかりません" in page and SAID in page


def test_a_complaint_is_noted_once_and_shown_first(desk: Desk) -> None:
    ada, found = noted(desk)
    assert ada.sends(HERE, **a_form(), once="w") == (303, f"{HERE}?done=added")
    assert (found.received_by, found.text) == (ada.person, SAID)
    status, page = ada.reads(HERE)
    assert status == 200
    assert f"{HERE}/{found.complaint_id}" in page
    assert len(Complaints(desk.table).all(limit=10, after=None)[0]) == 1


def test_what_was_done_is_noted_and_then_it_is_closed(desk: Desk) -> None:
    ada, found = noted(desk)
    path = f"{HERE}/{found.complaint_id}"
    assert ada.sends(f"{path}/note", step=STEP, once="a") == (303, f"{path}?done=noted")
    assert STEP in ada.reads(path)[1]
    led = ada.sends(f"{path}/close", outcome="連絡の手順を改めた", once="b")
    assert led == (303, f"{path}?done=closed")
    page = ada.reads(path)[1]
    assert "連絡の手順を改めた" in page
    assert f"{path}/close" not in page
    assert Complaints(desk.table).open(limit=10, after=None) == ([], None)
    assert path in ada.reads(HERE)[1]


def test_nothing_that_was_said_is_in_the_audit_log(desk: Desk) -> None:
    ada, found = noted(desk)
    path = f"{HERE}/{found.complaint_id}"
    ada.sends(f"{path}/note", step=STEP, once="a")
    ada.sends(f"{path}/close", outcome="佐藤様は納得された", once="b")
    acts = desk.knows("/audit-log")["items"]
    assert {a["what"] for a in acts} == {"complaint.add", "complaint.note", "complaint.close"}
    assert "佐藤" not in str(acts)
    assert {act["about"] for act in acts} == {found.complaint_id}


def test_after_it_was_closed_by_somebody_nothing_typed_is_lost(desk: Desk) -> None:
    ada, found = noted(desk)
    path = f"{HERE}/{found.complaint_id}"
    at_desk(desk.table, Role.MANAGER).sends(f"{path}/close", outcome="済んだ", once="a")
    status, page = ada.sends(f"{path}/note", step=STEP, once="b")
    assert status == 409
    assert STEP in page
    assert Complaints(desk.table).find(found.complaint_id).steps == []


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"text": " "}, "申し出の内容を書いてください。"),
        ({"kind": "weather"}, "内容の分類を選んでください。"),
        ({"received_on": "2099-01-01"}, "今日までの日を選んでください。"),
        ({"received_on": ""}, "受け付けた日を選んでください。"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(
    desk: Desk, wrong: dict[str, str], sentence: str
) -> None:
    status, page = at_desk(desk.table).sends(HERE, **a_form(**wrong), once="w")
    assert status == 422
    assert sentence in page
    assert (SAID in page) is ("text" not in wrong)
    assert Complaints(desk.table).all(limit=1, after=None) == ([], None)


def test_one_past_two_weeks_is_marked(desk: Desk) -> None:
    ada = at_desk(desk.table)
    Complaints(desk.table).add(a_complaint(1, days_ago=14))
    assert "期限を過ぎています" not in ada.reads(HERE)[1]
    Complaints(desk.table).add(a_complaint(2, days_ago=15))
    assert "期限を過ぎています" in ada.reads(HERE)[1]


def test_managers_take_the_register_along_and_advisers_see_no_link_to_it(desk: Desk) -> None:
    ada, found = noted(desk)
    ada.sends(f"{HERE}/{found.complaint_id}/note", step="=1+1", once="a")
    hanako = at_desk(desk.table, Role.MANAGER)
    status, text = hanako.reads(f"{HERE}/csv")
    assert status == 200
    assert SAID in text and found.complaint_id in text
    assert f"{HERE}/csv" in hanako.reads(HERE)[1]
    assert f"{HERE}/csv" not in ada.reads(HERE)[1]
    assert ada.reads(f"{HERE}/csv")[0] == 403


def test_it_is_gone_three_years_after_it_was_closed(desk: Desk) -> None:
    ada, found = noted(desk)
    ada.sends(f"{HERE}/{found.complaint_id}/close", outcome="済んだ", once="a")
    item = desk.table.get(keys.complaint(found.complaint_id))
    assert item is not None
    closed = Complaints(desk.table).find(found.complaint_id).closed_at
    assert closed
    gone = years_after(day(closed), KEPT_YEARS)
    assert stamp(closed)[:4] < str(gone.year)
    assert item[keys.EXPIRES] - closed.timestamp() > (KEPT_YEARS * 365 - 1) * 86400
