"""The breach drill on a page: what to do, by when, what came of it, and a draft of the report."""

from datetime import UTC, datetime
from html import unescape

import pytest

from shared.domain.member import Role
from shared.table import keys
from tests.support.counting import Counted
from tests.support.desk import AtDesk, Desk, at_desk, desk_over
from tests.support.table import fresh_table

HERE = "/agency/drill"
WINDOW = {
    "begin": "2026-03-02T09:00",
    "end": "2026-03-02T10:00",
    "learnt_at": "2026-03-03T12:00",
    "touched-registration": "on",
    "touched-cv": "on",
}
FOUND = {"people": "1,204", "companies": "3", "minutes": "25", "outcome": "命令は2人とも同じ結果"}


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def desk(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return desk_over(fresh_table(counted.client), monkeypatch)


@pytest.fixture
def hanako(desk: Desk) -> AtDesk:
    return at_desk(desk.table, Role.MANAGER)


def asked(**changed: str) -> str:
    said = {**WINDOW, **changed}
    return f"{HERE}?" + "&".join(f"{name}={value}" for name, value in said.items())


def log(desk: Desk) -> list[tuple[str, dict[str, str]]]:
    items = desk.table.partition(keys.audits(f"{datetime.now(UTC):%Y-%m}"))
    return [(item["what"], item["told"]) for item in items]


def test_a_window_says_the_command_and_the_last_days(hanako: AtDesk) -> None:
    status, page = hanako.reads(asked())
    assert status == 200
    command = "make affected STAGE=prod FROM=2026-03-02T09:00+09:00 TO=2026-03-02T10:00+09:00"
    assert command in unescape(page)
    assert "2026年3月7日" in page and "2026年4月1日" in page


def test_where_somebody_meant_harm_the_full_report_has_sixty_days(hanako: AtDesk) -> None:
    page = hanako.reads(asked(meant_harm="on"))[1]
    assert "確報（60日以内）" in page and "2026年5月1日" in page


def test_what_came_of_it_is_kept_once_and_the_log_has_no_free_text(
    desk: Desk, hanako: AtDesk
) -> None:
    first = hanako.sends(HERE, once="w", **WINDOW, **FOUND)
    assert first[0] == 303
    assert hanako.sends(HERE, once="w", **WINDOW, **FOUND) == first
    [(what, told)] = log(desk)
    assert what == "drill.note"
    assert told == {
        "window": "2026-03-02T09:00:00+09:00 2026-03-02T10:00:00+09:00",
        "people": "1204",
        "companies": "3",
        "minutes": "25",
    }
    assert "1,204" in hanako.reads(HERE)[1]


def test_the_draft_says_what_is_known_and_asks_for_the_rest(hanako: AtDesk) -> None:
    _, there = hanako.sends(HERE, once="w", **WINDOW, **FOUND)
    one = there.partition("?")[0]
    status, page = hanako.reads(there)
    assert status == 200 and "訓練の結果を記録しました" in page
    for said in ("1,204人", "企業3社", "職務経歴書", "1,000人を超える", "［原因］", "命令は2人"):
        assert said in page
    status, text = hanako.reads(f"{one}/draft")
    assert status == 200 and text.startswith("報告者\n") and "1,204人" in text
    assert "1,204 people" in hanako.reads(f"{one}?lang=en")[1]


def test_a_small_one_without_harm_is_for_the_manager_to_decide(hanako: AtDesk) -> None:
    _, there = hanako.sends(HERE, once="w", **WINDOW, **{**FOUND, "people": "1000"})
    assert "責任者が判断します" in hanako.reads(there)[1]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"end": "2026-03-02T09:00"}, "end"),
        ({"begin": "yesterday"}, "begin"),
        ({"begin": "2099-03-02T09:00", "end": "2099-03-02T10:00"}, "begin"),
        ({"learnt_at": "2099-01-01T00:00"}, "learnt_at"),
        ({"touched-registration": "", "touched-cv": ""}, "touched"),
    ],
)
def test_a_window_that_cannot_be_is_said_beside_its_field(
    hanako: AtDesk, changed: dict[str, str], field: str
) -> None:
    status, page = hanako.reads(asked(**changed))
    assert status == 422
    assert f'id="{field}-wrong"' in page and "make affected" not in page


def test_a_result_that_lacks_something_keeps_what_was_typed(desk: Desk, hanako: AtDesk) -> None:
    status, page = hanako.sends(HERE, once="w", **WINDOW, **{**FOUND, "people": "many"})
    assert status == 422
    assert 'id="people-wrong"' in page and "命令は2人とも同じ結果" in page
    assert 'name="touched-cv" value="on"' in page
    assert log(desk) == []


def test_a_page_is_three_requests_however_many_drills(
    desk: Desk, hanako: AtDesk, counted: Counted
) -> None:
    for n in range(25):
        hanako.sends(HERE, once=f"w{n}", **WINDOW, **FOUND)
    counted.since()
    page = hanako.reads(HERE)[1]
    assert len(counted.since()) <= 1 + 3
    assert page.count(f'href="{HERE}/drl_') == 20
    more = page.partition(f'href="{HERE}?cursor=')[2].partition('"')[0]
    assert hanako.reads(f"{HERE}?cursor={more}")[1].count(f'href="{HERE}/drl_') == 5


def test_advisers_do_not_see_it_and_their_act_is_noted(desk: Desk) -> None:
    ada = at_desk(desk.table)
    assert HERE not in ada.reads("/agency")[1]
    assert ada.reads(HERE)[0] == 403
    assert ada.sends(HERE, **WINDOW, **FOUND)[0] == 403
    assert [what for what, _ in log(desk)] == ["refused"]


def test_a_drill_nobody_noted_is_not_there(hanako: AtDesk) -> None:
    assert hanako.reads(f"{HERE}/drl_none")[0] == 404
